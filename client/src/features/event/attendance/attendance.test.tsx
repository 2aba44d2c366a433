import { eventContract } from '@contract/event';
import { SeriesId } from '@contract/ids';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { AttendanceBoard } from './attendance-board';

const seriesId = SeriesId.parse('s00000000000');
const now = Date.parse('2026-11-26T09:00:00+08:00');
const drivers = [
  { maskedName: '王*明', came: 11, missed: 0 },
  { maskedName: '李*', came: 8, missed: 2 },
];

const attendance = (about: object = {}) =>
  ({ ok: true, value: eventContract.seriesAttendance.output.parse({ dates: 11, people: drivers, ...about }) }) as const;
const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  });
const open = async (): Promise<void> => {
  render(
    <Screen title="全年出勤" staff>
      <AttendanceBoard seriesId={seriesId} />
    </Screen>,
  );
  await settle();
};
const yearsAsked = () => asked.map(({ input }) => (input as { year: number }).year);
const rows = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(now);
  resetServer();
  resetPhone();
});
afterEach(() => jest.restoreAllMocks());

it('says how often each came this year and how often they did not, without whole names', async () => {
  whenAsked('event.seriesAttendance', attendance());
  await open();
  expect(screen.getByText('办了 11 场，2 人报上过名')).toBeTruthy();
  expect(rows()).toEqual(['王*明来了 11 次', '李*没来 2 次来了 8 次']);
  expect(asked).toMatchObject([{ name: 'event.seriesAttendance', input: { seriesId, year: 2026 } }]);
});

it('says of a name that was deleted that it was', async () => {
  whenAsked('event.seriesAttendance', attendance({ people: [{ maskedName: '*', came: 1, missed: 0 }] }));
  await open();
  expect(rows()).toEqual(['姓名已按期删除来了 1 次']);
});

it('shows the year before when that is chosen, and leaves nobody of another year standing', async () => {
  whenAsked(
    'event.seriesAttendance',
    attendance(),
    attendance({ dates: 3, people: [{ maskedName: '赵*', came: 3, missed: 0 }] }),
  );
  await open();
  fireEvent.click(screen.getByRole('checkbox', { name: '2025 年' }));
  await settle();
  expect(yearsAsked()).toEqual([2026, 2025]);
  expect(rows()).toEqual(['赵*来了 3 次']);
  expect(screen.getByRole('checkbox', { name: '2025 年' }).getAttribute('aria-checked')).toBe('true');
});

it('is of Shanghai’s year when elsewhere it is still the last one', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2027-01-01T00:00:00+08:00'));
  whenAsked('event.seriesAttendance', attendance());
  await open();
  expect(yearsAsked()).toEqual([2027]);
});

it('says of a year without a date that there was none', async () => {
  whenAsked('event.seriesAttendance', attendance({ dates: 0, people: [] }));
  await open();
  expect(screen.getByRole('heading', { name: '2026 年还没有办过' })).toBeTruthy();
});

it('says so when it was held and nobody had registered', async () => {
  whenAsked('event.seriesAttendance', attendance({ dates: 2, people: [] }));
  await open();
  expect(screen.getByRole('heading', { name: '还没有人报上名' })).toBeTruthy();
  expect(screen.getByText(/这一年办了 2 场/)).toBeTruthy();
});

it('draws a hundred at a time of a big series, and the rest when one asks', async () => {
  const many = Array.from({ length: 101 }, (_, nth) => ({ maskedName: '王*', came: 101 - nth, missed: 0 }));
  whenAsked('event.seriesAttendance', attendance({ people: many }));
  await open();
  expect(rows()).toHaveLength(100);
  fireEvent.click(screen.getByRole('button', { name: '再看一些' }));
  expect(rows()).toHaveLength(101);
  expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
});

it('says whose business it is to whoever has none here', async () => {
  whenAsked('event.seriesAttendance', { ok: false, refusal: 'outside-your-unions' });
  await open();
  expect(screen.getByText('这个活动不在您负责的工会范围内')).toBeTruthy();
});
