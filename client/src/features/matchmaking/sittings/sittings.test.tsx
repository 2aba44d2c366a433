import type { AnswerFor } from '@contract/contracts';
import type { BookingView } from '@contract/match-sitting';
import { fireEvent, render, screen } from '@testing-library/react';
import { aStudio } from '../../../../testing/a-profile';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import SittingsPage from '../pages/sittings';

type Sittings = Extract<AnswerFor<'matchmaking.listSittings'>, { ok: true }>['value'];

const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00+08:00`);
const time = (day: string, clock: string, free: number) =>
  ({
    startsAt: at(day, clock),
    endsAt: at(day, clock) + 30 * 60_000,
    free,
  }) as Sittings['days'][number]['slots'][number];
const first = {
  day: '2026-11-27',
  isCalledOff: false,
  slots: [time('2026-11-27', '09:00', 0), time('2026-11-27', '09:30', 2), time('2026-11-27', '10:00', 1)],
};
const second = { day: '2026-12-04', isCalledOff: false, slots: [time('2026-12-04', '14:00', 1)] };
const booking = {
  studioId: 'beicai',
  studioName: '北蔡红娘工作室',
  stationId: 'beicai-1',
  stationName: '北蔡镇工会服务站',
  address: '沪南路1000号',
  room: '二楼201',
  day: '2026-11-27',
  startsAt: at('2026-11-27', '09:30'),
  endsAt: at('2026-11-27', '10:00'),
} as BookingView;
const listed = (about: object = {}): AnswerFor<'matchmaking.listSittings'> =>
  ({ ok: true, value: { studio: aStudio(), days: [first, second], own: null, ...about } }) as never;
const open = async (): Promise<void> => {
  render(<SittingsPage />);
  await settle();
};
const choose = async (role: 'radio' | 'checkbox', name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  phone.parameters = { id: 'beicai' };
  jest.spyOn(Date, 'now').mockReturnValue(at('2026-11-25', '10:00'));
});
afterEach(() => jest.restoreAllMocks());

it('offers the times that are free, day by day, and none that is full', async () => {
  whenAsked('matchmaking.listSittings', listed());
  await open();
  expect(screen.getByRole('radio', { name: '周五 11月27日，还有 2 个时间' })).toBeTruthy();
  expect(screen.getAllByRole('checkbox').map(({ textContent }) => textContent)).toEqual(['9:30', '10:00']);
  await choose('radio', /12月4日/);
  expect(screen.getAllByRole('checkbox').map(({ textContent }) => textContent)).toEqual(['14:00']);
});

it('books the time that was chosen last, and says where one is expected', async () => {
  whenAsked('matchmaking.listSittings', listed(), listed({ own: booking }));
  whenAsked('matchmaking.bookSitting', { ok: true, value: { booking } });
  await open();
  await press('先选一个时间');
  expect(timesAsked('matchmaking.bookSitting')).toBe(0);
  await choose('checkbox', '10:00');
  await choose('checkbox', '9:30');
  await press('预约 周五 11月27日 9:30');
  expect(sent('matchmaking.bookSitting')).toEqual({ studioId: 'beicai', startsAt: at('2026-11-27', '09:30') });
  expect(screen.getByText('周五 11月27日 9:30–\u206010:00')).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
  await press('北蔡镇工会服务站 二楼201，沪南路1000号');
  expect(phone.opened.at(-1)?.url).toBe('/features/station/pages/station/index?id=beicai-1');
});

it('says so when somebody else was sooner, and shows what is left', async () => {
  whenAsked('matchmaking.listSittings', listed(), listed({ days: [second] }));
  whenAsked('matchmaking.bookSitting', { ok: false, refusal: 'full' });
  await open();
  await choose('checkbox', '9:30');
  await press('预约 周五 11月27日 9:30');
  expect(screen.getByText('这个时间刚刚约满了，请另选一个')).toBeTruthy();
  expect(screen.getAllByRole('checkbox').map(({ textContent }) => textContent)).toEqual(['14:00']);
});

it('gives an appointment up without asking why', async () => {
  whenAsked('matchmaking.listSittings', listed({ own: booking }), listed());
  whenAsked('matchmaking.cancelSitting', { ok: true, value: { cancelled: true } });
  await open();
  await press('取消预约');
  expect(timesAsked('matchmaking.cancelSitting')).toBe(0);
  fireEvent.click(screen.getAllByRole('button', { name: '取消预约' }).at(-1) as HTMLElement);
  await settle();
  expect(sent('matchmaking.cancelSitting')).toEqual({});
  expect(screen.getByText('已经取消，随时可以再约')).toBeTruthy();
  expect(screen.getByRole('radio', { name: /11月27日/ })).toBeTruthy();
});

it('gives up none that has begun', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(booking.startsAt);
  whenAsked('matchmaking.listSittings', listed({ own: booking }));
  await open();
  expect(screen.queryByRole('button', { name: '取消预约' })).toBeNull();
  expect(screen.getByText(/^红娘在等您/)).toBeTruthy();
});

it('says which days nobody can book, and that none can be where that is so', async () => {
  const off = { day: '2026-11-27', isCalledOff: true, slots: [] };
  const full = { ...second, slots: [time('2026-12-04', '14:00', 0)] };
  whenAsked('matchmaking.listSittings', listed({ days: [off, full] }));
  await open();
  expect(screen.getByText('这几周约不到了')).toBeTruthy();
  expect(screen.getByText('周五 11月27日，这一天不坐班')).toBeTruthy();
  expect(screen.getByText('周五 12月4日，已经约满')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '先选一个时间' })).toBeNull();
});

it('finds the studio of somebody whom a message led here', async () => {
  phone.parameters = {};
  whenAsked('matchmaking.listStudios', { ok: true, value: { studios: [aStudio()] } });
  whenAsked('matchmaking.showOwn', { ok: true, value: { isMember: true, profile: null, open: 0 } });
  whenAsked('matchmaking.listSittings', listed());
  await open();
  expect(sent('matchmaking.listSittings')).toEqual({ studioId: 'beicai' });
});

it('can be asked again where nothing came, and says when there is no such studio', async () => {
  whenAsked('matchmaking.listSittings', 'no-network');
  await open();
  whenAsked('matchmaking.listSittings', { ok: false, refusal: 'studio-not-found' });
  await press('重新加载');
  expect(screen.getByText('没有找到这个工作室，请回到“红娘工作室”看看')).toBeTruthy();
  await press('回到红娘工作室');
  expect(phone.opened.at(-1)?.url).toBe('/features/matchmaking/pages/studio/index');
});
