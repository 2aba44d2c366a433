import fc from 'fast-check';
import { ShanghaiDay, addDays } from '../../types/time';
import { holidayOn, weekdayOf } from '../runtime/holidays';
import { sittingDays } from './sitting-days';

const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);

describe('the days on which a studio sits', () => {
  it('are four, from tomorrow on', () => {
    expect(sittingDays(5, day('2026-11-23'))).toEqual(['2026-11-27', '2026-12-04', '2026-12-11', '2026-12-18']);
    expect(sittingDays(5, day('2026-11-27'))).toEqual(['2026-12-04', '2026-12-11', '2026-12-18', '2026-12-25']);
    expect(sittingDays(5, day('2026-11-26'))[0]).toBe('2026-11-27');
  });

  it('leave public holidays out', () => {
    expect(holidayOn(day('2026-10-02'))).toBe('国庆节');
    expect(sittingDays(5, day('2026-09-14'))).toEqual(['2026-09-18', '2026-10-09']);
  });

  it('do not move to a weekend that is worked in exchange, and a studio of Saturdays sits on it as always', () => {
    expect(sittingDays(5, day('2026-09-28'))).not.toContain('2026-10-10');
    expect(sittingDays(6, day('2026-09-28'))).toContain('2026-10-10');
  });

  it('are all of one weekday and no holiday, none twice, none today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 4_000 }), (weekday, after) => {
        const today = addDays(day('2020-01-01'), after);
        const days = sittingDays(weekday, today);
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeLessThanOrEqual(4);
        for (const one of days) {
          expect([weekdayOf(one), holidayOn(one)]).toEqual([weekday, null]);
          expect(one > today && one <= addDays(today, 28)).toBe(true);
        }
      }),
    );
  });
});
