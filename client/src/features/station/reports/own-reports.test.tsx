import { stationContract } from '@contract/station';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone, showPage } from '../../../../testing/taro-api';
import OwnReportsPage from '../pages/own-reports';
import { AnswerLine } from './answer-line';
import { rememberReport } from './seen-answers';

const now = Date.parse('2026-11-23T10:00:00+08:00');

type Answer = { readonly answer: string; readonly at: number; readonly until: number | null };
const reports = (...answers: readonly (Answer | null)[]) => reportsOf('locked', ...answers);
const reportsOf = (says: 'locked' | 'open', ...answers: readonly (Answer | null)[]) =>
  stationContract.listOwnReports.output.parse({
    reports: answers.map((answer, nth) => ({
      stationId: `station-${nth}`,
      name: `${nth + 1}号站`,
      says,
      at: now - 3_600_000,
      answer: answer === null ? null : { ...answer, office: '金桥镇总工会' },
    })),
  });
const opened: Answer = { answer: 'opened', at: now - 60_000, until: null };
const wasOpen: Answer = { answer: 'was-open', at: now - 120_000, until: null };
const closed: Answer = { answer: 'closed-until', at: now - 90_000, until: now + 86_400_000 };

const settle = (): Promise<void> =>
  act(async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });

beforeEach(() => {
  jest.useFakeTimers({ now });
  resetServer();
  resetPhone();
});
afterEach(() => jest.useRealTimers());

describe('what became of a report', () => {
  it('is told in words: opened, was open, closed until, or still waiting', async () => {
    whenAsked('station.listOwnReports', { ok: true, value: reports(opened, wasOpen, closed, null) });
    render(<OwnReportsPage />);
    await settle();
    for (const words of ['已开门', '核实当时开着', '关闭至 11月24日（周二）10:00', '已经告诉站长，等待核实']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    fireEvent.click(screen.getByRole('button', { name: /^已开门，1号站，.*，金桥镇总工会 .* 答复$/ }));
    expect(phone.opened[0]?.url).toBe('/features/station/pages/station/index?id=station-0');
  });

  it('is nothing to wait for when one said that the door was open', async () => {
    whenAsked('station.listOwnReports', { ok: true, value: reportsOf('open', null) });
    render(<OwnReportsPage />);
    await settle();
    expect(screen.getByText('已记下，地图已更新')).toBeTruthy();
    expect(screen.queryByText(/等待核实/)).toBeNull();
  });

  it('leads to the stations where nothing was reported', async () => {
    whenAsked('station.listOwnReports', { ok: true, value: reports() });
    render(<OwnReportsPage />);
    await settle();
    expect(screen.getByRole('heading', { name: '还没有反映过' })).toBeTruthy();
  });
});

describe('on the first page', () => {
  const openLine = async (): Promise<void> => {
    render(<AnswerLine />);
    await settle();
  };

  it('nothing is asked for somebody who reported nothing here', async () => {
    await openLine();
    expect(timesAsked('station.listOwnReports')).toBe(0);
  });

  it('nothing is asked any more 30 days after the last report', async () => {
    rememberReport(now - 30 * 86_400_000);
    await openLine();
    expect(timesAsked('station.listOwnReports')).toBe(0);
  });

  it('an answer is told until it was read', async () => {
    rememberReport(now);
    whenAsked('station.listOwnReports', { ok: true, value: reports(opened) });
    await openLine();
    fireEvent.click(screen.getByRole('button', { name: '1号站有了答复，金桥镇总工会：已开门' }));
    expect(phone.opened[0]?.url).toBe('/features/station/pages/own-reports/index');
    const page = render(<OwnReportsPage />);
    await settle();
    page.unmount();
    act(showPage);
    await settle();
    expect(screen.queryByRole('button', { name: /有了答复/ })).toBeNull();
  });

  it('several answers are one line, the newest told', async () => {
    rememberReport(now);
    whenAsked('station.listOwnReports', { ok: true, value: reports(wasOpen, opened, null) });
    await openLine();
    expect(screen.getByRole('button', { name: '您反映的 2 个站点有了答复，2号站：已开门' })).toBeTruthy();
  });

  it('a dead line is no news', async () => {
    rememberReport(now);
    whenAsked('station.listOwnReports', 'no-network');
    await openLine();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
