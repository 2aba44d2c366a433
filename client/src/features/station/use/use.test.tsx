import { StationId } from '@contract/ids';
import { ShanghaiDay } from '@contract/time';
import { fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import { Screen } from '@/ui/screen';
import { monthOf, monthOptions } from './months';
import type { UseReport } from './report';
import { UseDesk } from './use-desk';

const aReport = (different: Partial<UseReport> = {}): UseReport => ({
  month: '2026-11',
  stations: 3,
  visits: 2_207,
  bottles: 40,
  days: [
    { day: ShanghaiDay.parse('2026-11-01'), visits: 103 },
    { day: ShanghaiDay.parse('2026-11-02'), visits: 0 },
  ],
  groups: [
    { occupation: 'courier', visits: 449 },
    { occupation: 'care', visits: null },
    { occupation: null, visits: 287 },
  ],
  evidence: [{ evidence: 'rotating-code', visits: 1_200 }],
  ...different,
});

const show = () =>
  render(
    <Screen title="使用统计" staff>
      <UseDesk />
    </Screen>,
  );
const inputs = () => asked.filter(({ name }) => name === 'station.useReport').map(({ input }) => input);

beforeEach(() => {
  resetServer();
  resetPhone();
  whenAsked('station.useReport', { ok: true, value: aReport() });
});

it('begins a month at midnight in Shanghai, and goes back over the turn of a year', () => {
  const midnight = Date.parse('2026-02-01T00:00:00+08:00');
  expect(monthOf(midnight - 1)).toBe('2026-01');
  const [now, before, earlier] = monthOptions(midnight);
  expect([now?.value, before?.value, earlier?.value]).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(earlier?.label).toBe('2025年12月');
});

it('says each number beside its bar, and does not show a group of a few', async () => {
  show();
  expect(await screen.findByText('2,207 人次')).toBeTruthy();
  expect(screen.getByRole('list', { name: '每天到访人次' }).textContent).toBe('1日 周日1032日 周一0');
  expect(screen.getByText('少于 5 人次，不显示')).toBeTruthy();
  expect(screen.getByText(/只记人数，不记姓名/)).toBeTruthy();
  expect(screen.getByText('没有说')).toBeTruthy();
});

it('asks for another month, and for one station alone', async () => {
  const stationId = StationId.parse('jinqiao-99');
  whenAsked('station.listOwn', {
    ok: true,
    value: {
      items: [
        {
          stationId,
          name: '金桥站',
          category: 'relay',
          signNo: '99',
          street: '金桥镇',
          unionName: '金桥镇总工会',
          status: { state: 'open', reasons: [] },
          broken: [],
          lacks: [],
          agreementEnds: null,
          lockedReports: 0,
        },
      ],
      next: null,
    },
  });
  show();
  await screen.findByText('2,207 人次');
  const [, before] = monthOptions(Date.now());
  fireEvent.change(screen.getByRole('combobox', { name: '月份' }), { target: { value: before?.value } });
  fireEvent.click(screen.getByRole('button', { name: '只看一个站点' }));
  fireEvent.click(await screen.findByRole('button', { name: '金桥站，金桥镇' }));
  expect(await screen.findByRole('heading', { name: '金桥站，2026年11月' })).toBeTruthy();
  expect(inputs().at(-1)).toEqual({ stationId, month: before?.value });
});

it('says so where nobody came', async () => {
  whenAsked('station.useReport', { ok: true, value: aReport({ visits: 0, days: [], groups: [], evidence: [] }) });
  show();
  expect(await screen.findByText('这个月还没有到访')).toBeTruthy();
});
