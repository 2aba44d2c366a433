import type { HolidayRule, Opening, Session } from '../../types/opening';
import { DayOfYear } from '../../types/opening';

/**
 * Opening tables of the demonstration: no source prints the hours of these stations, so each kind has those that such a
 * place usually keeps.
 */
const weekdays = [1, 2, 3, 4, 5];
const weekend = [6, 7];
const everyDay = [...weekdays, ...weekend];

const clock = (text: string): number => {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
};

/** `8:30-17:00`. */
function session(days: readonly number[], span: string, more: Partial<Session> = {}): Session {
  const [from = '', until = ''] = span.split('-');
  return { days: [...days], from: clock(from), until: clock(until), attendance: 'staffed', season: null, ...more };
}

const table = (
  sessions: Session[],
  onHolidays: HolidayRule = 'as-usual',
  holidaySessions: Session[] = [],
): Opening => ({
  sessions,
  onHolidays,
  holidaySessions,
});

const season = (from: string, until: string): Session['season'] => ({
  from: DayOfYear.parse(from),
  until: DayOfYear.parse(until),
});
const summer = season('05-01', '09-30');
const restOfYear = season('10-01', '04-30');
const unattended = { attendance: 'unattended' } as const;

export const tables = {
  aroundTheClock: table([session(everyDay, '0:00-0:00', unattended)]),
  aroundTheClockStaffed: table([session(everyDay, '0:00-0:00')]),
  daytime: table([session(everyDay, '8:30-17:30')]),
  longDay: table([session(everyDay, '8:00-20:00')]),
  /** Somebody by day, and the door opens by itself at night. */
  dayAndNight: table([session(everyDay, '8:00-20:00'), session(everyDay, '20:00-8:00', unattended)]),
  summerLonger: table([
    session(everyDay, '7:00-20:00', { season: summer }),
    session(everyDay, '8:00-17:30', { season: restOfYear }),
  ]),
  noonBreak: table(
    [session(weekdays, '8:30-11:00'), session(weekdays, '13:30-17:00'), session(weekend, '9:00-17:00', unattended)],
    'own-hours',
    [session(everyDay, '10:00-16:00', unattended)],
  ),
  office: table([session(weekdays, '8:30-17:00')], 'closed'),
  officeNoonBreak: table([session(weekdays, '8:30-11:30'), session(weekdays, '13:00-17:00')], 'closed'),
  centre: table([session(weekdays, '8:30-17:00'), session([6], '9:00-16:00')], 'closed'),
  palace: table([session(everyDay, '9:00-21:00')], 'own-hours', [session(everyDay, '9:00-17:00')]),
  reading: table([session([2, 3, 4, 5, 6, 7], '9:00-20:30')], 'own-hours', [session(everyDay, '10:00-16:00')]),
  shopEarlyToMidnight: table([session(everyDay, '6:00-24:00')]),
  mall: table([session(everyDay, '10:00-22:00')]),
  branch: table([session(weekdays, '9:00-17:00')], 'closed'),
  branchSaturday: table([session(weekdays, '9:00-17:00'), session([6], '9:30-16:00')], 'closed'),
  telephoneShop: table([session(everyDay, '9:00-18:00')], 'own-hours', [session(everyDay, '10:00-16:00')]),
  shifts: table([session(everyDay, '6:30-19:00')]),
  lateShift: table([session(everyDay, '5:00-1:00')]),
  notKnown: table([]),
} as const;
