import { stationContract } from '@contract/station';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import PresencePage from '../pages/presence';

const now = Date.parse('2026-11-23T10:00:00+08:00');
const letter = (nth: number): string => String.fromCharCode(65 + (nth % 26));
/** Half minutes from an instant on, each with a letter of its own. */
const codes = (from: number, count = 21) =>
  stationContract.presenceCodes.output.parse({
    stationId: 'jinqiao-99',
    name: '金桥镇户外职工爱心接力站',
    codes: Array.from({ length: count }, (_, nth) => ({
      code: `r.AAAABBBB.${letter(nth).repeat(10)}`,
      from: from + nth * 30_000,
      until: from + (nth + 1) * 30_000,
    })),
    asOf: from,
  });

const pass = (seconds: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(seconds * 1_000));
const openPage = async (): Promise<void> => {
  phone.parameters = { id: 'jinqiao-99' };
  render(<PresencePage />);
  await pass(0);
};

beforeEach(() => {
  jest.useFakeTimers({ now });
  resetServer();
  resetPhone();
});
afterEach(() => jest.useRealTimers());

it('shows the code of this half minute with its letters, and the next one after it', async () => {
  whenAsked('station.presenceCodes', { ok: true, value: codes(now) });
  await openPage();
  expect(screen.getByRole('img', { name: '当班打卡二维码' })).toBeTruthy();
  expect(screen.getByText('AAAA BBBB AAAAA AAAAA')).toBeTruthy();
  expect(screen.getByText('30 秒后更换')).toBeTruthy();
  await pass(30);
  expect(screen.getByText('AAAA BBBB BBBBB BBBBB')).toBeTruthy();
  expect(timesAsked('station.presenceCodes')).toBe(1);
});

it('goes by the clock of the server, whatever the phone’s says', async () => {
  jest.setSystemTime(now - 17 * 60_000);
  whenAsked('station.presenceCodes', { ok: true, value: codes(now) });
  await openPage();
  await pass(60);
  expect(screen.getByText('AAAA BBBB CCCCC CCCCC')).toBeTruthy();
});

it('asks for more before it runs out', async () => {
  whenAsked('station.presenceCodes', { ok: true, value: codes(now) }, { ok: true, value: codes(now + 336_000) });
  await openPage();
  await pass(332);
  expect(timesAsked('station.presenceCodes')).toBe(2);
  expect(screen.queryByText(/网络不通/)).toBeNull();
});

it('goes on without a network until the last code, says how long that is, then that it is over', async () => {
  whenAsked('station.presenceCodes', { ok: true, value: codes(now) }, 'no-network');
  await openPage();
  await pass(30 * 14);
  expect(screen.getByText('AAAA BBBB OOOOO OOOOO')).toBeTruthy();
  expect(screen.getByText('网络不通，这里的码还能用约 3 分钟')).toBeTruthy();
  await pass(30 * 7);
  expect(screen.queryByRole('img', { name: '当班打卡二维码' })).toBeNull();
  expect(screen.getByRole('heading', { name: '这里的码用完了' })).toBeTruthy();
  whenAsked('station.presenceCodes', { ok: true, value: codes(now + 30_000 * 21) });
  fireEvent.click(screen.getByRole('button', { name: '再取一次新码' }));
  await pass(1);
  expect(screen.getByRole('img', { name: '当班打卡二维码' })).toBeTruthy();
});

it('says so to somebody of another union', async () => {
  whenAsked('station.presenceCodes', { ok: false, refusal: 'outside-your-unions' });
  await openPage();
  expect(screen.getByText('这个站点不归您的工会管')).toBeTruthy();
});
