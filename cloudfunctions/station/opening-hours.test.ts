import calendar from 'chinese-days/dist/chinese-days.json';
import * as fc from 'fast-check';
import type { Opening, Session } from '../../types/opening';
import { DayOfYear } from '../../types/opening';
import { EpochMs, ShanghaiDay, addDays, shanghaiDay, startOfDay } from '../../types/time';
import type { Stretch } from './opening-hours';
import { REACH_DAYS, hoursOpen, lastBegin, openAt, weekOf } from './opening-hours';
import { aSession, anOpening, clock, openings, session, weekdays } from './opening-hours-samples';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const day = (text: string): ShanghaiDay => ShanghaiDay.parse(text);
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text.replace(' ', 'T')}+08:00`));
const later = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);
const season = (from: string, until: string): Session['season'] => ({
  from: DayOfYear.parse(from),
  until: DayOfYear.parse(until),
});
const open = (from: string, until: string, attendance: 'staffed' | 'unattended' = 'staffed'): Stretch => ({
  open: true,
  from: at(from),
  until: at(until),
  attendance,
  allDay: false,
});
const closed = (opensAt: string | null): Stretch => ({ open: false, opensAt: opensAt === null ? null : at(opensAt) });

// Monday 9 March 2026 is an ordinary day.
const nineToFive = anOpening([aSession({ days: weekdays, from: clock('9:00'), until: clock('17:00') })]);

describe('a station open from nine to five on weekdays', () => {
  it.each([
    ['one millisecond before opening', '2026-03-09 08:59:59.999', closed('2026-03-09 09:00')],
    ['exactly at opening', '2026-03-09 09:00', open('2026-03-09 09:00', '2026-03-09 17:00')],
    ['one millisecond before closing', '2026-03-09 16:59:59.999', open('2026-03-09 09:00', '2026-03-09 17:00')],
    ['exactly at closing', '2026-03-09 17:00', closed('2026-03-10 09:00')],
    ['on Friday evening', '2026-03-13 17:00', closed('2026-03-16 09:00')],
  ])('%s', (_when, instant, answer) => {
    expect(openAt(nineToFive, at(instant))).toEqual(answer);
  });
});

describe('sessions that touch', () => {
  const halves = anOpening([
    aSession({ from: clock('8:00'), until: clock('12:00') }),
    aSession({ from: clock('12:00'), until: clock('20:00'), attendance: 'unattended' }),
  ]);
  it('are one stretch, with somebody on duty in the part that says so', () => {
    expect(openAt(halves, at('2026-03-09 11:59:59.999'))).toEqual(open('2026-03-09 08:00', '2026-03-09 20:00'));
    expect(openAt(halves, at('2026-03-09 12:00'))).toEqual(open('2026-03-09 08:00', '2026-03-09 20:00', 'unattended'));
  });

  it('are staffed where a staffed one overlaps one that is not', () => {
    const day = anOpening([
      aSession({ from: clock('6:00'), until: clock('22:00'), attendance: 'unattended' }),
      aSession({ from: clock('9:00'), until: clock('17:00') }),
    ]);
    expect(openAt(day, at('2026-03-09 09:00'))).toEqual(open('2026-03-09 06:00', '2026-03-09 22:00'));
    expect(openAt(day, at('2026-03-09 17:00'))).toEqual(open('2026-03-09 06:00', '2026-03-09 22:00', 'unattended'));
  });
});

describe('a session across midnight', () => {
  const fridayNight = anOpening([aSession({ days: [5], from: clock('22:00'), until: clock('6:00') })]);
  it('belongs to the day on which it begins', () => {
    expect(openAt(fridayNight, at('2026-03-14 05:59:59.999'))).toEqual(open('2026-03-13 22:00', '2026-03-14 06:00'));
    expect(openAt(fridayNight, at('2026-03-13 05:00'))).toEqual(closed('2026-03-13 22:00'));
  });

  const nights = (onHolidays: Opening['onHolidays']): Opening => ({
    ...anOpening([aSession({ from: clock('22:00'), until: clock('6:00') })]),
    onHolidays,
  });
  it('runs into a holiday but does not begin on one', () => {
    expect(openAt(nights('closed'), at('2026-10-01 03:00'))).toEqual(open('2026-09-30 22:00', '2026-10-01 06:00'));
    expect(openAt(nights('closed'), at('2026-10-01 22:00'))).toEqual(closed('2026-10-08 22:00'));
    expect(openAt(nights('closed'), at('2026-10-08 03:00'))).toEqual(closed('2026-10-08 22:00'));
  });

  it('runs out of its season but does not begin outside it', () => {
    const winter = anOpening([
      aSession({ from: clock('22:00'), until: clock('6:00'), season: season('11-01', '02-28') }),
    ]);
    expect(openAt(winter, at('2026-03-01 05:00'))).toEqual(open('2026-02-28 22:00', '2026-03-01 06:00'));
    expect(openAt(winter, at('2026-03-01 22:00'))).toEqual(closed(null));
    expect(openAt(winter, at('2026-01-01 23:00'))).toEqual(open('2026-01-01 22:00', '2026-01-02 06:00'));
    expect(openAt(winter, at('2026-10-31 23:00'))).toEqual(closed('2026-11-01 22:00'));
  });

  it('knows that 29 February is a day of the year', () => {
    const untilThe28th = anOpening([aSession({ season: season('11-01', '02-28') })]);
    const untilThe29th = anOpening([aSession({ season: season('11-01', '02-29') })]);
    expect(openAt(untilThe28th, at('2028-02-29 10:00')).open).toBe(false);
    expect(openAt(untilThe29th, at('2028-02-29 10:00')).open).toBe(true);
    expect(openAt(untilThe29th, at('2027-03-01 10:00')).open).toBe(false);
  });
});

describe('a public holiday', () => {
  const saturdays = aSession({ days: [6], from: clock('13:00'), until: clock('15:00') });
  const mondays = aSession({ days: [1], from: clock('10:00'), until: clock('11:00') });
  const other = aSession({ days: [3], from: clock('7:00'), until: clock('8:00') });
  const opening = (onHolidays: Opening['onHolidays']): Opening => ({
    sessions: [saturdays, mondays],
    onHolidays,
    holidaySessions: [other],
  });
  const spansOn = (onHolidays: Opening['onHolidays'], date: string): string[] =>
    weekOf(opening(onHolidays), day(date), 1).flatMap(({ spans }) =>
      spans.map(({ from, until }) => `${from / 60}-${until / 60}`),
    );

  it.each([
    ['as-usual', ['13-15'], ['13-15']],
    ['closed', [], ['10-11']],
    ['own-hours', ['7-8'], ['10-11']],
  ] as const)('with the rule %s, and a Saturday worked in exchange', (rule, holiday, workedSaturday) => {
    expect(spansOn(rule, '2026-10-03')).toEqual(holiday);
    expect(spansOn(rule, '2026-10-10')).toEqual(workedSaturday);
    expect(spansOn(rule, '2026-10-17')).toEqual(['13-15']);
  });

  it('is a day like any other in a year whose holidays nobody has published', () => {
    expect(spansOn('closed', '2099-10-03')).toEqual(['13-15']);
    expect(weekOf(opening('closed'), day('2099-10-03'), 1)[0]?.holiday).toBeNull();
  });
});

describe('around the clock', () => {
  const always = anOpening([aSession({ from: 0, until: 0, attendance: 'unattended' })]);
  it.each(['0:00–0:00', '0:00–24:00'])('may be written %s', (text) => {
    const until = text.endsWith('24:00') ? 1_440 : 0;
    const opening = anOpening([aSession({ from: 0, until })]);
    expect(openAt(opening, at('2026-03-09 00:00'))).toMatchObject({ open: true, allDay: true });
    expect(openAt(opening, at('2026-03-09 23:59:59.999'))).toMatchObject({ open: true, allDay: true });
  });

  it('is no longer said from three days before a gap until three days after it', () => {
    const closedOnHolidays = { ...always, onHolidays: 'closed' as const };
    const allDay = (text: string): unknown => {
      const stretch = openAt(closedOnHolidays, at(text));
      return stretch.open === true && stretch.allDay;
    };
    expect(allDay('2026-09-24 00:00')).toBe(false); // 25 September is Mid-Autumn.
    expect(allDay('2026-09-21 23:59:59.999')).toBe(true);
    expect(allDay('2026-09-22 00:00')).toBe(false);
    expect(allDay('2026-10-10 23:59:59.999')).toBe(false);
    expect(allDay('2026-10-11 00:00')).toBe(true);
  });

  it('ends on the midnight that begins a holiday', () => {
    expect(openAt({ ...always, onHolidays: 'closed' }, at('2026-09-30 12:00'))).toEqual(
      open('2026-09-28 00:00', '2026-10-01 00:00', 'unattended'),
    );
  });

  it('is cut two weeks before and after the day asked about', () => {
    expect(openAt(always, at('2026-03-20 12:00'))).toMatchObject({
      from: at('2026-03-06 00:00'),
      until: at('2026-04-04 00:00'),
    });
  });
});

describe('the next opening', () => {
  const may = anOpening([aSession({ from: clock('9:00'), season: season('05-15', '05-15') })]);
  it('is told two weeks ahead and not a millisecond earlier', () => {
    expect(openAt(may, at('2026-05-01 09:00'))).toEqual(closed('2026-05-15 09:00'));
    expect(openAt(may, at('2026-05-01 08:59:59.999'))).toEqual(closed(null));
  });
});

describe('hours that nobody wrote down', () => {
  it('are unknown, even when those on holidays are', () => {
    const holidaysOnly: Opening = { sessions: [], onHolidays: 'own-hours', holidaySessions: [aSession({})] };
    expect(openAt(holidaysOnly, at('2026-10-01 10:00'))).toEqual({ open: 'unknown' });
    expect(weekOf(holidaysOnly, day('2026-10-01'), 1)[0]?.spans).toEqual([]);
    expect(hoursOpen(holidaysOnly)).toHaveLength(24);
  });
});

describe("the week's table", () => {
  it('names holidays, and begins where it is told', () => {
    expect(weekOf(nineToFive, day('2026-09-30'), 3).map(({ day, holiday }) => [day, holiday])).toEqual([
      ['2026-09-30', null],
      ['2026-10-01', '国庆节'],
      ['2026-10-02', '国庆节'],
    ]);
    expect(weekOf(nineToFive, day('2026-09-30'))).toHaveLength(7);
  });

  it('joins what touches with the same attendance, in the order of the clock', () => {
    const opening = anOpening([
      aSession({ from: clock('12:00'), until: clock('18:00') }),
      aSession({ from: clock('22:00'), until: clock('6:00'), attendance: 'unattended' }),
      aSession({ from: clock('8:00'), until: clock('12:00') }),
      aSession({ from: clock('18:00'), until: clock('22:00'), attendance: 'unattended' }),
    ]);
    expect(weekOf(opening, day('2026-03-09'), 1)[0]?.spans).toEqual([
      { from: clock('8:00'), until: clock('18:00'), attendance: 'staffed' },
      { from: clock('18:00'), until: clock('6:00'), attendance: 'unattended' },
    ]);
  });

  it('never prints a span of more than a day', () => {
    const opening = anOpening([
      aSession({ from: clock('8:00'), until: clock('10:00') }),
      aSession({ from: clock('10:00'), until: clock('10:00') }),
    ]);
    expect(weekOf(opening, day('2026-03-09'), 1)[0]?.spans.map(({ from, until }) => [from, until])).toEqual([
      [clock('8:00'), clock('10:00')],
      [clock('10:00'), clock('10:00')],
    ]);
  });
});

describe('the hours of the day in which a station may be open', () => {
  it.each([
    ['9:00', '17:00', [9, 10, 11, 12, 13, 14, 15, 16]],
    ['9:59', '11:01', [9, 10, 11]],
    ['22:00', '1:00', [0, 22, 23]],
    ['23:00', '24:00', [23]],
  ])('from %s to %s', (from, until, hours) => {
    expect(hoursOpen(anOpening([aSession({ from: clock(from), until: clock(until) })]))).toEqual(hours);
  });

  it('include those of holidays only where holidays have their own', () => {
    const opening = (onHolidays: Opening['onHolidays']): Opening => ({
      sessions: [aSession({ from: clock('9:00'), until: clock('10:00') })],
      onHolidays,
      holidaySessions: [aSession({ from: clock('14:00'), until: clock('15:00') })],
    });
    expect(hoursOpen(opening('own-hours'))).toEqual([9, 14]);
    expect(hoursOpen(opening('closed'))).toEqual([9]);
  });
});

describe('the last time that the door was to be opened', () => {
  it('is the begin of the latest session, the very millisecond included', () => {
    expect(lastBegin(nineToFive, at('2026-03-09 09:00'))).toBe(at('2026-03-09 09:00'));
    expect(lastBegin(nineToFive, at('2026-03-10 08:59:59.999'))).toBe(at('2026-03-09 09:00'));
    expect(lastBegin(nineToFive, at('2026-03-15 12:00'))).toBeNull();
  });

  it('is not where a session carries on one just like it, but where somebody comes on duty', () => {
    const opening = anOpening([
      aSession({ from: clock('8:00'), until: clock('12:00'), attendance: 'unattended' }),
      aSession({ from: clock('12:00'), until: clock('14:00'), attendance: 'unattended' }),
      aSession({ from: clock('13:00'), until: clock('18:00') }),
    ]);
    expect(lastBegin(opening, at('2026-03-09 12:30'))).toBe(at('2026-03-09 08:00'));
    expect(lastBegin(opening, at('2026-03-09 13:00'))).toBe(at('2026-03-09 13:00'));
  });

  it('is not midnight where the clock goes round', () => {
    const always = anOpening([aSession({ from: 0, until: 1_440 })]);
    expect(lastBegin(always, at('2026-03-09 00:30'))).toBeNull();
  });
});

const workedWeekends = new Set(Object.keys(calendar.workdays));
const holidays = new Set(Object.keys(calendar.holidays));
const leapYear = Array.from({ length: 366 }, (_, nth) => addDays(day('2024-01-01'), nth).slice(5));

/** The days of the year of a season, counted off one by one round the year. */
function daysOfSeason({ from, until }: NonNullable<Session['season']>): Set<string> {
  const round = [...leapYear, ...leapYear].slice(leapYear.indexOf(from));
  return new Set(round.slice(0, round.indexOf(until) + 1));
}

/** Which minutes a reader would tick off who goes through wall calendar and notice, around the day of an instant. */
function tickedByHand({ sessions, onHolidays, holidaySessions }: Opening, around: EpochMs): (at: number) => boolean {
  const first = addDays(shanghaiDay(around), -REACH_DAYS - 3);
  const ticked = new Uint8Array((2 * REACH_DAYS + 8) * 1_440);
  const seasons = new Map(sessions.map((each) => [each, each.season === null ? null : daysOfSeason(each.season)]));
  for (let nth = 0; nth < 2 * REACH_DAYS + 7; nth += 1) {
    const begun = addDays(first, nth);
    const sunday = new Date(`${begun}T12:00:00Z`).getUTCDay();
    const weekday = onHolidays !== 'as-usual' && workedWeekends.has(begun) ? 1 : sunday === 0 ? 7 : sunday;
    const ordinary = sessions.filter(
      (each) => each.days.includes(weekday) && (seasons.get(each)?.has(begun.slice(5)) ?? true),
    );
    const asked = onHolidays === 'as-usual' || !holidays.has(begun) ? ordinary : holidaySessions;
    for (const { from, until } of onHolidays === 'closed' && holidays.has(begun) ? [] : asked)
      ticked.fill(1, nth * 1_440 + from, nth * 1_440 + (until <= from ? until + 1_440 : until));
  }
  const begin = startOfDay(first);
  return (at) => ticked[Math.floor((at - begin) / MINUTE_MS)] === 1;
}

// Minutes of the years whose holidays are known, drawn near the edges where mistakes live.
const firstDay = day('2024-01-01');
const days = fc.oneof(
  fc.integer({ min: 0, max: 1_090 }).map((count) => addDays(firstDay, count)),
  fc.constantFrom(...['2024-02-29', '2024-12-31', '2025-01-01', '2025-09-30', '2026-02-14', '2026-10-10'].map(day)),
);
const minutes = fc
  .tuple(days, fc.integer({ min: 0, max: 1_439 }))
  .map(([date, minute]) => later(startOfDay(date), minute * MINUTE_MS));
const isOpen = (opening: Opening, instant: EpochMs): boolean => openAt(opening, instant).open === true;

describe('any table of hours, on any minute from 2024 to 2026', () => {
  it('opens and closes as a reader of the notice would find, minute by minute', () => {
    fc.assert(
      fc.property(openings, minutes, fc.integer({ min: 0, max: MINUTE_MS - 1 }), (opening, minute, ms) => {
        expect(isOpen(opening, later(minute, ms))).toBe(tickedByHand(opening, minute)(minute));
      }),
      { numRuns: 1_000 },
    );
  });

  it('has stretches open on every minute, and shut just before and at the end unless cut', () => {
    fc.assert(
      fc.property(openings, minutes, (opening, minute) => {
        const stretch = openAt(opening, minute);
        const ticked = tickedByHand(opening, minute);
        if (stretch.open !== true) return;
        const today = startOfDay(shanghaiDay(minute));
        expect(stretch.from <= minute && minute < stretch.until).toBe(true);
        for (let step: number = stretch.from; step < stretch.until; step += MINUTE_MS)
          if (!ticked(step)) throw new Error(`shut at ${step}`);
        expect(ticked(later(stretch.until, -MINUTE_MS))).toBe(true);
        if (stretch.from > today - REACH_DAYS * DAY_MS) expect(ticked(later(stretch.from, -MINUTE_MS))).toBe(false);
        if (stretch.until < today + (REACH_DAYS + 1) * DAY_MS) expect(ticked(stretch.until)).toBe(false);
        expect(stretch.allDay).toBe(stretch.from <= today - 3 * DAY_MS && stretch.until >= today + 4 * DAY_MS);
      }),
      { numRuns: 300 },
    );
  });

  it('opens next at the first minute that is open', () => {
    fc.assert(
      fc.property(openings, minutes, (opening, minute) => {
        const stretch = openAt(opening, minute);
        const ticked = tickedByHand(opening, minute);
        if (stretch.open !== false) return;
        const last = minute + REACH_DAYS * DAY_MS;
        let first: number | null = null;
        for (let step: number = minute; step <= last && first === null; step += MINUTE_MS)
          if (ticked(step)) first = step;
        expect(stretch.opensAt).toBe(first);
      }),
      { numRuns: 150 },
    );
  });

  it('is open exactly within what the week prints of the day and of the day before', () => {
    fc.assert(
      fc.property(openings, minutes, (opening, minute) => {
        const today = shanghaiDay(minute);
        const printed = weekOf(opening, addDays(today, -1), 2).flatMap(({ day, spans }) =>
          spans.map(({ from, until }) => ({
            from: startOfDay(day) + from * MINUTE_MS,
            until: startOfDay(day) + (until <= from ? until + 1_440 : until) * MINUTE_MS,
          })),
        );
        expect(printed.some(({ from, until }) => from <= minute && minute < until)).toBe(isOpen(opening, minute));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is open only in the hours of the day that are kept for the search', () => {
    fc.assert(
      fc.property(openings, minutes, (opening, minute) => {
        if (!isOpen(opening, minute)) return;
        expect(hoursOpen(opening)).toContain(new Date(minute + 8 * 3_600_000).getUTCHours());
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order of its sessions', () => {
    fc.assert(
      fc.property(openings, fc.array(session, { maxLength: 3 }), minutes, (opening, more, minute) => {
        const sessions = [...opening.sessions, ...more];
        const [one, other] = [sessions, sessions.toReversed()].map((all) => ({ ...opening, sessions: all }));
        if (one === undefined || other === undefined) throw new Error('two were made');
        expect(openAt(one, minute)).toEqual(openAt(other, minute));
        expect(weekOf(one, shanghaiDay(minute))).toEqual(weekOf(other, shanghaiDay(minute)));
        expect(lastBegin(one, minute)).toBe(lastBegin(other, minute));
      }),
    );
  });
});
