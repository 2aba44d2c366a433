import { EpochMs, ShanghaiDay } from '@contract/time';
import { dayText, fullDayOf, fullDayText, momentText } from './calendar-words';

// `npm test` runs this file under TZ=UTC, Asia/Shanghai and America/New_York: the words must not depend on it.
const at = (instant: string) => EpochMs.parse(Date.parse(instant));

const in2026 = at('2026-11-22T10:00:00+08:00');
const in2027 = at('2027-01-01T00:00:00+08:00');

describe('Shanghai days and times', () => {
  it('says a day as people do', () => {
    expect(dayText(ShanghaiDay.parse('2026-03-09'))).toBe('3月9日（周一）');
    expect(dayText(ShanghaiDay.parse('2026-11-22'))).toBe('11月22日（周日）');
  });

  it('says the time of day in two digits each', () => {
    expect(momentText(at('2026-03-09T14:00:00+08:00'), in2026)).toBe('3月9日（周一）14:00');
    expect(momentText(at('2026-03-09T08:05:59+08:00'), in2026)).toBe('3月9日（周一）08:05');
  });

  it('begins a day at midnight in Shanghai', () => {
    expect(momentText(at('2026-12-31T23:59:59.999+08:00'), in2026)).toBe('12月31日（周四）23:59');
    expect(momentText(at('2027-01-01T00:00:00+08:00'), in2027)).toBe('1月1日（周五）00:00');
    expect(fullDayOf(at('2027-01-01T00:00:00+08:00'))).toBe('2027年1月1日');
    expect(fullDayText(ShanghaiDay.parse('2027-06-30'))).toBe('2027年6月30日');
  });

  it('keeps the hour that New York skips when its clocks change', () => {
    expect(momentText(at('2026-03-08T02:30:00+08:00'), in2026)).toBe('3月8日（周日）02:30');
    expect(momentText(at('2026-11-01T01:30:00+08:00'), in2026)).toBe('11月1日（周日）01:30');
  });

  it('says the year of a moment that is not of this year', () => {
    expect(momentText(at('2025-12-31T23:59:00+08:00'), in2026)).toBe('2025年12月31日（周三）23:59');
    expect(momentText(at('2027-01-01T00:00:00+08:00'), in2026)).toBe('2027年1月1日（周五）00:00');
  });

  it('changes the year at midnight in Shanghai, not in London', () => {
    const lastMoment = at('2026-12-31T23:59:59.999+08:00');
    expect(momentText(lastMoment, lastMoment)).toBe('12月31日（周四）23:59');
    expect(momentText(lastMoment, in2027)).toBe('2026年12月31日（周四）23:59');
  });

  it('takes this year from the clock', () => {
    jest.spyOn(Date, 'now').mockReturnValue(in2026);
    expect(momentText(at('2026-03-09T14:00:00+08:00'))).toBe('3月9日（周一）14:00');
    expect(momentText(at('2024-03-09T14:00:00+08:00'))).toBe('2024年3月9日（周六）14:00');
    jest.restoreAllMocks();
  });
});
