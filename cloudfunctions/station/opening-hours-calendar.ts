import type { Opening, Session, Weekday } from '../../types/opening';
import { EpochMs } from '../../types/time';
import type { ShanghaiDay } from '../../types/time';
import { shanghaiDay, startOfDay } from '../../types/time';
import { holidayOn, isWorkedWeekend, weekdayOf } from '../runtime/holidays';

export const DAY_MS = 86_400_000;

/** What a table of hours asks of a day in Shanghai. */
export type CalendarDay = {
  readonly day: ShanghaiDay;
  readonly startsAt: EpochMs;
  readonly weekday: Weekday;
  /** `MM-DD` */
  readonly dayOfYear: string;
  /** In Chinese, as the State Council's notice calls it; null on any other day, and in a year not yet published. */
  readonly holiday: string | null;
  /** A Saturday or Sunday on which the country works in exchange for a holiday. */
  readonly workedWeekend: boolean;
};

// Four hundred stations ask about the same few days in one request.
const DAYS_REMEMBERED = 1_000;
const remembered = new Map<number, CalendarDay>();

/** The day that an instant falls in. */
export function calendarDay(at: EpochMs): CalendarDay {
  return dayBeginning(startOfDay(shanghaiDay(at)));
}

/** The day so many days after a day, or before it. */
export function neighbour(day: CalendarDay, days: number): CalendarDay {
  return dayBeginning(day.startsAt + days * DAY_MS);
}

/** The sessions that begin on a day, after what the holidays do to the table. */
export function sessionsOn(opening: Opening, day: CalendarDay): readonly Session[] {
  // Hours on holidays alone do not make the hours of a station known.
  if (opening.sessions.length === 0) return [];
  const followsHolidays = opening.onHolidays !== 'as-usual';
  if (followsHolidays && day.holiday !== null) return opening.onHolidays === 'own-hours' ? opening.holidaySessions : [];
  const weekday = followsHolidays && day.workedWeekend ? 1 : day.weekday;
  return opening.sessions.filter(({ days, season }) => days.includes(weekday) && isInSeason(season, day.dayOfYear));
}

function dayBeginning(startsAt: number): CalendarDay {
  const known = remembered.get(startsAt);
  if (known !== undefined) return known;
  if (remembered.size >= DAYS_REMEMBERED) remembered.clear();
  const start = EpochMs.parse(startsAt);
  const day = shanghaiDay(start);
  const calendarDay: CalendarDay = {
    day,
    startsAt: start,
    weekday: weekdayOf(day),
    dayOfYear: day.slice(5),
    holiday: holidayOn(day),
    workedWeekend: isWorkedWeekend(day),
  };
  remembered.set(startsAt, calendarDay);
  return calendarDay;
}

function isInSeason(season: Session['season'], dayOfYear: string): boolean {
  if (season === null) return true;
  const { from, until } = season;
  if (from <= until) return from <= dayOfYear && dayOfYear <= until;
  return from <= dayOfYear || dayOfYear <= until;
}
