import * as fc from 'fast-check';
import type { HolidayRule, Opening, Session } from '../../types/opening';
import { DayOfYear } from '../../types/opening';

export const weekdays = [1, 2, 3, 4, 5];
export const everyDay = [...weekdays, 6, 7];

/** Minutes since midnight of a time as a notice prints it. */
export function clock(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

export const aSession = (more: Partial<Session> = {}): Session => ({
  days: everyDay,
  from: clock('9:00'),
  until: clock('17:00'),
  attendance: 'staffed',
  season: null,
  ...more,
});

export const anOpening = (sessions: Session[]): Opening => ({ sessions, onHolidays: 'as-usual', holidaySessions: [] });

// Times and days crowd together, so that sessions touch, overlap and run round the clock.
const minute = fc.oneof(fc.constantFrom(0, 1, 360, 480, 720, 1_080, 1_320, 1_439), fc.integer({ min: 0, max: 1_439 }));
const dayOfYear = fc
  .constantFrom('01-01', '02-01', '02-28', '02-29', '03-01', '03-31', '05-01', '09-30', '10-01', '11-01', '12-31')
  .map((text) => DayOfYear.parse(text));

export const session: fc.Arbitrary<Session> = fc.record({
  days: fc.oneof(
    fc.constant(everyDay),
    fc.constant(weekdays),
    fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1 }),
  ),
  from: minute,
  until: fc.oneof(minute, fc.constant(1_440)),
  attendance: fc.constantFrom('staffed', 'unattended'),
  season: fc.option(fc.record({ from: dayOfYear, until: dayOfYear }), { freq: 2 }),
});

/** Any table of hours that the contract allows, none too empty to be one. */
export const openings: fc.Arbitrary<Opening> = fc.record({
  sessions: fc.array(session, { minLength: 1, maxLength: 6 }),
  onHolidays: fc.constantFrom<HolidayRule[]>('as-usual', 'closed', 'own-hours'),
  holidaySessions: fc.array(session, { maxLength: 3 }),
});
