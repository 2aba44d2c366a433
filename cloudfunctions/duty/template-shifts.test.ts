import * as fc from 'fast-check';
import type { ShiftTemplate } from '../../types/duty-roster';
import { EpochMs, ShanghaiDay, addDays, shanghaiDay } from '../../types/time';
import { holidayOn, weekdayOf } from '../runtime/holidays';
import { aTemplate } from '../testing/duty';
import { overlappingRules } from './overlapping-rules';
import { problemsOf, shiftsOf, turnOn } from './template-shifts';

const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const range = (from: string, upTo: string) => ({ from: day(from), upTo: day(upTo) });
const since = { firstDay: day('2026-01-01') };
const daily = { ...since, weekdays: [1, 2, 3, 4, 5, 6, 7] };
const daysOf = (template: ShiftTemplate, from: string, upTo: string): string[] =>
  shiftsOf({ templates: [template] }, range(from, upTo)).shifts.map((shift) => shift.day);

describe('the shifts of a rule', () => {
  it('come on its weekdays, at its hours, with the people it asks for', () => {
    const template = aTemplate('上午班', { ...since, weekdays: [2, 4], standby: 1 });
    expect(shiftsOf({ templates: [template] }, range('2026-11-23', '2026-11-29')).shifts).toEqual([
      {
        templateId: template.templateId,
        day: '2026-11-24',
        title: '上午班',
        who: null,
        startsAt: at('2026-11-24T09:00:00'),
        endsAt: at('2026-11-24T12:00:00'),
        needs: [{ role: 'door', count: 2, skill: null }],
        standbyPlaces: 1,
      },
      expect.objectContaining({ day: '2026-11-26', startsAt: at('2026-11-26T09:00:00') }),
    ]);
  });

  it('begin on the first day and end with the last, both included', () => {
    const template = aTemplate('班', { ...daily, firstDay: day('2026-11-25'), lastDay: day('2026-11-27') });
    expect(daysOf(template, '2026-11-23', '2026-11-30')).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
  });

  it('leave out the National Day holiday and say so, once for each day', () => {
    const both = { templates: [aTemplate('上午班', daily), aTemplate('下午班', { ...daily, from: 780, until: 1020 })] };
    const { shifts, leftOut } = shiftsOf(both, range('2026-09-30', '2026-10-08'));
    expect(shifts.map((shift) => shift.day)).toEqual(['2026-09-30', '2026-09-30', '2026-10-08', '2026-10-08']);
    expect(leftOut).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((date) => ({ day: `2026-10-${date}`, holiday: '国庆节' })),
    );
  });

  it('come on a holiday where the rule says so', () => {
    expect(daysOf(aTemplate('班', { ...daily, skipsHolidays: false }), '2026-10-01', '2026-10-02')).toHaveLength(2);
  });

  it('leave a Saturday that is worked in exchange for a holiday a Saturday', () => {
    // 10 October 2026 is worked for National Day.
    expect(daysOf(aTemplate('班', { ...since, weekdays: [6] }), '2026-10-10', '2026-10-10')).toEqual(['2026-10-10']);
    expect(daysOf(aTemplate('班', since), '2026-10-10', '2026-10-10')).toEqual([]);
  });

  it('end on the next day where the end is not after the beginning, in the new year, too', () => {
    const night = aTemplate('夜班', { ...daily, from: 1_320, until: 360, skipsHolidays: false });
    const [shift] = shiftsOf({ templates: [night] }, range('2026-12-31', '2026-12-31')).shifts;
    expect(shift).toMatchObject({ startsAt: at('2026-12-31T22:00:00'), endsAt: at('2027-01-01T06:00:00') });
  });

  it('end at midnight by either way of writing it', () => {
    const ends = [0, 1_440].map(
      (until) =>
        shiftsOf(
          { templates: [aTemplate('晚班', { ...daily, from: 1_200, until })] },
          range('2026-11-23', '2026-11-23'),
        ).shifts[0]?.endsAt,
    );
    expect(ends).toEqual([at('2026-11-24T00:00:00'), at('2026-11-24T00:00:00')]);
  });

  it('keep the night before a holiday', () => {
    const night = aTemplate('夜班', { ...daily, from: 1_320, until: 360 });
    expect(daysOf(night, '2026-09-30', '2026-10-01')).toEqual(['2026-09-30']);
  });
});

describe('studios that sit in turn', () => {
  const turns = ['一', '二', '三', '四', '五', '六'];

  it('change on Mondays, also when the first week began on a Thursday, and come round again', () => {
    const rule = { turns, firstDay: day('2026-11-26') };
    expect(turnOn(rule, day('2026-11-29'))).toBe('一');
    expect(turnOn(rule, day('2026-11-30'))).toBe('二');
    expect(turnOn(rule, day('2026-12-06'))).toBe('二');
    expect(turnOn(rule, day('2027-01-04'))).toBe('一');
  });

  it('are nobody where the rule names none', () => {
    expect(turnOn({ turns: [], firstDay: day('2026-11-26') }, day('2026-11-30'))).toBeNull();
  });

  it('have the same week from Monday to Sunday, and the next one the week after', () => {
    fc.assert(
      fc.property(someDay, fc.nat(2_000), fc.integer({ min: 1, max: 12 }), (firstDay, later, count) => {
        const rule = { turns: Array.from({ length: count }, (_, nth) => String(nth)), firstDay };
        const monday = addDays(firstDay, later * 7 + 1 - weekdayOf(firstDay));
        const week = Array.from({ length: 7 }, (_, nth) => turnOn(rule, addDays(monday, nth)));
        expect(new Set(week)).toEqual(new Set([String(later % count)]));
      }),
      { numRuns: 100 },
    );
  });
});

const someDay = fc.integer({ min: 0, max: 1_500 }).map((nth) => addDays(day('2024-01-01'), nth));
const someTemplate = fc
  .record({
    nth: fc.integer({ min: 0, max: 9 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    from: fc.integer({ min: 0, max: 1_439 }),
    minutes: fc.integer({ min: 1, max: 720 }),
    firstDay: someDay,
    length: fc.option(fc.nat(60), { nil: null }),
    skipsHolidays: fc.boolean(),
    turns: fc.array(fc.constantFrom('一', '二', '三')),
  })
  .map(({ nth, from, minutes, length, ...more }) =>
    aTemplate(`规则${nth}`, {
      ...more,
      from,
      until: (from + minutes) % 1_440,
      lastDay: length === null ? null : addDays(more.firstDay, length),
    }),
  );
const someForm = fc
  .uniqueArray(someTemplate, { selector: ({ templateId }) => templateId, maxLength: 5 })
  .map((templates) => ({ templates }));
const someRange = fc.tuple(someDay, fc.nat(40)).map(([from, length]) => ({ from, upTo: addDays(from, length) }));

describe('whatever a roster says', () => {
  it('every rule gives at most one shift a day, always the same, on its weekdays and between its days', () => {
    fc.assert(
      fc.property(someForm, someRange, (form, days) => {
        const { shifts } = shiftsOf(form, days);
        expect(shiftsOf(form, days).shifts).toEqual(shifts);
        expect(new Set(shifts.map(({ templateId, day: on }) => `${templateId}:${on}`)).size).toBe(shifts.length);
        for (const shift of shifts) {
          const rule = form.templates.find(({ templateId }) => templateId === shift.templateId);
          expect(rule?.weekdays).toContain(weekdayOf(shift.day));
          expect(shift.day >= days.from && shift.day <= days.upTo).toBe(true);
          expect(shift.day >= (rule?.firstDay ?? '') && shift.day <= (rule?.lastDay ?? '9999')).toBe(true);
          expect(shanghaiDay(shift.startsAt)).toBe(shift.day);
          expect(shift.endsAt).toBeGreaterThan(shift.startsAt);
          expect(shift.endsAt - shift.startsAt).toBeLessThanOrEqual(12 * 3_600_000);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('no shift begins on a holiday that its rule skips, and every day left out is one', () => {
    fc.assert(
      fc.property(someForm, someRange, (form, days) => {
        const { shifts, leftOut } = shiftsOf(form, days);
        const skipping = new Set(form.templates.filter((rule) => rule.skipsHolidays).map((rule) => rule.templateId));
        for (const shift of shifts) if (skipping.has(shift.templateId)) expect(holidayOn(shift.day)).toBeNull();
        for (const { day: on, holiday } of leftOut) expect(holidayOn(on)).toBe(holiday);
      }),
      { numRuns: 200 },
    );
  });

  it('a range cut in two gives the shifts of the whole', () => {
    fc.assert(
      fc.property(someForm, someRange, fc.nat(40), (form, { from, upTo }, nth) => {
        const cut = addDays(from, nth);
        const end = cut < upTo ? cut : upTo;
        const parts = [
          ...shiftsOf(form, { from, upTo: end }).shifts,
          ...shiftsOf(form, { from: addDays(end, 1), upTo }).shifts,
        ];
        expect(parts).toEqual([...shiftsOf(form, { from, upTo }).shifts]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a roster that cannot be followed', () => {
  const pathsOf = (...templates: ShiftTemplate[]) => problemsOf({ templates }).map(({ path }) => path);

  it('names a shift that is longer than half a day, and one around the clock', () => {
    expect(pathsOf(aTemplate('长', { from: 540, until: 1_260 }))).toEqual([]);
    expect(pathsOf(aTemplate('长', { from: 540, until: 1_261 }))).toEqual(['templates.0.until']);
    expect(pathsOf(aTemplate('全天', { from: 540, until: 540 }))).toEqual(['templates.0.until']);
    expect(pathsOf(aTemplate('全天', { from: 0, until: 1_440 }))).toEqual(['templates.0.until']);
  });

  it('names a beginning that is on the next day already', () => {
    expect(pathsOf(aTemplate('晚', { from: 1_440, until: 60 }))).toEqual(['templates.0.from']);
  });

  it('names a last day before the first, and a year mistyped', () => {
    expect(pathsOf(aTemplate('班', { firstDay: day('2026-11-23'), lastDay: day('2026-11-22') }))).toEqual([
      'templates.0.lastDay',
    ]);
    expect(pathsOf(aTemplate('班', { firstDay: day('2062-11-23') }))).toEqual([]);
    expect(pathsOf(aTemplate('班', { firstDay: day('0206-11-23') }))).toEqual(['templates.0.firstDay']);
  });

  it('names the second of two rules of one id, and a role that is asked for twice', () => {
    const need = { role: 'door' as const, count: 1, skill: null };
    expect(pathsOf(aTemplate('班'), aTemplate('班'))).toEqual(['templates.1.templateId']);
    expect(pathsOf(aTemplate('班', { needs: [need, { ...need, skill: 'first-aid' }] }))).toEqual(['templates.0.needs']);
  });
});

describe('two rules', () => {
  const overlap = (...templates: ShiftTemplate[]) =>
    overlappingRules(shiftsOf({ templates }, range('2026-11-23', '2026-12-06')).shifts);
  const morning = aTemplate('上午', since);

  it('overlap where they ask for the same role at the same time, said once for four weeks', () => {
    const late = aTemplate('晚上午', { ...since, from: 719, until: 800 });
    const [one, other] = [morning.templateId, late.templateId].sort();
    expect(overlap(morning, late)).toEqual([{ one, other }]);
  });

  it('do not overlap where one begins when the other ends, nor for another role, nor on another day', () => {
    expect(overlap(morning, aTemplate('下午', { ...since, from: 720, until: 900 }))).toEqual([]);
    const other = [{ role: 'first-aid' as const, count: 1, skill: null }];
    expect(overlap(morning, aTemplate('急救', { ...since, needs: other }))).toEqual([]);
    expect(overlap(morning, aTemplate('周末', { ...since, weekdays: [6, 7] }))).toEqual([]);
  });

  it('overlap after midnight', () => {
    const night = aTemplate('夜', { ...since, from: 1_320, until: 360 });
    expect(overlap(night, aTemplate('早', { ...since, from: 300, until: 420 }))).toHaveLength(1);
  });
});
