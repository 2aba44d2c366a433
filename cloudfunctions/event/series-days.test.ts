import * as fc from 'fast-check';
import { SeriesRule } from '../../types/event-series';
import { ShanghaiDay, addDays } from '../../types/time';
import { holidayOn, weekdayOf } from '../runtime/holidays';
import { daysOf, isPossible } from './series-days';

const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const aRule = (more: Partial<SeriesRule> = {}): SeriesRule => ({
  every: 'week',
  weekdays: [5],
  nth: null,
  from: 720,
  until: 780,
  firstDay: day('2026-01-01'),
  lastDay: day('2026-12-31'),
  skipsHolidays: true,
  ...more,
});
const first = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays(day('2020-01-01'), count));
const rules = fc
  .record({
    every: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    nth: fc.integer({ min: 1, max: 5 }),
    firstDay: first,
    length: fc.integer({ min: 0, max: 1_000 }),
    skipsHolidays: fc.boolean(),
  })
  .map(({ length, firstDay, ...rule }) => aRule({ ...rule, firstDay, lastDay: addDays(firstDay, length) }));

describe('the days of a series', () => {
  it('每周五 comes each Friday, but for public holidays', () => {
    const { days, leftOut } = daysOf(aRule());
    expect(days).toHaveLength(52 - leftOut.length);
    expect(leftOut.map(({ day: left }) => left)).toEqual([
      '2026-01-02',
      '2026-02-20',
      '2026-05-01',
      '2026-06-19',
      '2026-09-25',
      '2026-10-02',
    ]);
    expect(leftOut[2]?.holiday).toBe('劳动节');
    expect(daysOf(aRule({ skipsHolidays: false })).days).toHaveLength(52);
  });

  it('每月安全例会: the second Tuesday, across the end of a year', () => {
    const rule = aRule({
      every: 'month',
      weekdays: [2],
      nth: 2,
      firstDay: day('2026-11-11'),
      lastDay: day('2027-02-28'),
    });
    expect(daysOf(rule).days).toEqual(['2026-12-08', '2027-01-12', '2027-02-09']);
  });

  it('the last Saturday of a month, be it the fourth or the fifth', () => {
    const rule = aRule({
      every: 'month',
      weekdays: [6],
      nth: 5,
      firstDay: day('2028-01-01'),
      lastDay: day('2028-04-30'),
    });
    expect(daysOf(rule).days).toEqual(['2028-01-29', '2028-02-26', '2028-03-25', '2028-04-29']);
  });

  it('a weekend worked in exchange stays the weekday that it is', () => {
    const week = { firstDay: day('2026-10-05'), lastDay: day('2026-10-11') };
    expect(daysOf(aRule({ weekdays: [6], ...week })).days).toEqual(['2026-10-10']);
    expect(daysOf(aRule({ weekdays: [3, 4, 5], ...week })).days).toEqual(['2026-10-08', '2026-10-09']);
  });

  it('29 February comes in a leap year', () => {
    const rule = aRule({ every: 'day', weekdays: [], firstDay: day('2028-02-28'), lastDay: day('2028-03-01') });
    expect(daysOf(rule).days).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
  });

  it('are in order, of the weekdays, within the first and the last, and no holiday where those are left out', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const { days, leftOut } = daysOf(rule);
        expect([...new Set(days)].sort()).toEqual(days);
        for (const one of days) {
          expect(rule.firstDay <= one && one <= rule.lastDay && rule.weekdays.includes(weekdayOf(one))).toBe(true);
          if (rule.skipsHolidays) expect(holidayOn(one)).toBeNull();
        }
        if (!rule.skipsHolidays) expect(leftOut).toEqual([]);
        expect(leftOut.every(({ day: one, holiday }) => holidayOn(one) === holiday)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('with those left out are the days of the rule without holidays, and any two halves make the whole', () => {
    fc.assert(
      fc.property(rules, fc.nat(1_000), (rule, cut) => {
        const { days, leftOut } = daysOf(rule);
        const whole = daysOf({ ...rule, skipsHolidays: false }).days;
        expect([...days, ...leftOut.map((one) => one.day)].sort()).toEqual(whole);
        const middle = addDays(rule.firstDay, cut);
        if (rule.lastDay <= middle) return;
        const halves = [
          { ...rule, lastDay: middle },
          { ...rule, firstDay: addDays(middle, 1) },
        ];
        expect(halves.flatMap((half) => daysOf(half).days)).toEqual(days);
      }),
      { numRuns: 60 },
    );
  });

  it('once a month at most for each weekday, and exactly once for the first four and the last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2020, max: 2098 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 5 }),
        (year, weekday, nth) => {
          const rule = aRule({
            every: 'month',
            weekdays: [weekday],
            nth,
            skipsHolidays: false,
            firstDay: day(`${year}-01-01`),
            lastDay: day(`${year}-12-31`),
          });
          expect(daysOf(rule).days.map((one) => Number(one.slice(5, 7)))).toEqual([
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
          ]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a rule', () => {
  it.each<[string, Partial<SeriesRule>]>([
    ['that ends before it begins', { lastDay: day('2025-12-31') }],
    ['of more than three years', { lastDay: day('2029-01-02') }],
    ['before anybody planned', { firstDay: day('0001-01-01'), lastDay: day('0001-02-01') }],
    ['beyond what anybody plans', { firstDay: day('9999-12-01'), lastDay: day('9999-12-31') }],
    ['of no time', { until: 720 }],
    ['of weeks without a weekday', { weekdays: [] }],
    ['of months without saying which week', { every: 'month' }],
  ])('%s is not possible and gives no day', (_what, more) => {
    expect(isPossible(aRule(more))).toBe(false);
    expect(daysOf(aRule(more))).toEqual({ days: [], leftOut: [] });
  });

  it('of a single day, to the last minute of it, is possible', () => {
    const rule = aRule({ every: 'day', weekdays: [], lastDay: day('2026-01-01'), until: 1_440 });
    expect(isPossible(rule)).toBe(true);
    expect(SeriesRule.safeParse(rule).success).toBe(true);
  });
});
