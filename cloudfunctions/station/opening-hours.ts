import type { Attendance, DayHours, Opening, Session } from '../../types/opening';
import { EpochMs } from '../../types/time';
import type { ShanghaiDay } from '../../types/time';
import { startOfDay } from '../../types/time';
import type { CalendarDay } from './opening-hours-calendar';
import { DAY_MS, calendarDay, neighbour, sessionsOn } from './opening-hours-calendar';
import { spansOf } from './opening-hours-spans';

/** How far the table is followed from the day asked about, in whole days before and after it. */
export const REACH_DAYS = 14;

/** Open all through the day asked about and as many days on each side, seven together, is around the clock. */
const ALL_DAY_EITHER_SIDE = 3;
const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;

/**
 * What the table of hours alone says of an instant, `[from, until)`.
 *
 * Sessions that touch or overlap are one stretch; `attendance` is that of the instant asked about, and staffed where
 * both hold. A stretch longer than `REACH_DAYS` is cut at the first or last midnight within reach. `opensAt` is null
 * when nothing opens within `REACH_DAYS` of the instant.
 */
export type Stretch =
  | {
      readonly open: true;
      readonly from: EpochMs;
      readonly until: EpochMs;
      readonly attendance: Attendance;
      readonly allDay: boolean;
    }
  | { readonly open: false; readonly opensAt: EpochMs | null }
  | { readonly open: 'unknown' };

export function openAt(opening: Opening, at: EpochMs): Stretch {
  if (opening.sessions.length === 0) return { open: 'unknown' };
  const today = calendarDay(at);
  const now = [neighbour(today, -1), today]
    .flatMap((day) => intervalsOn(opening, day))
    .filter(({ from, until }) => from <= at && at < until);
  if (now.length === 0) return { open: false, opensAt: opensAfter(opening, today, at) };
  const from = followBack(opening, today, Math.min(...now.map((interval) => interval.from)));
  const until = followOn(opening, today, Math.max(...now.map((interval) => interval.until)));
  return {
    open: true,
    from: EpochMs.parse(from),
    until: EpochMs.parse(until),
    attendance: now.some(({ attendance }) => attendance === 'staffed') ? 'staffed' : 'unattended',
    allDay:
      from <= today.startsAt - ALL_DAY_EITHER_SIDE * DAY_MS &&
      until >= today.startsAt + (ALL_DAY_EITHER_SIDE + 1) * DAY_MS,
  };
}

/** The table as a notice prints it, day by day; nothing on any day when the hours are not known. */
export function weekOf(opening: Opening, from: ShanghaiDay, days = 7): DayHours[] {
  const first = calendarDay(startOfDay(from));
  return Array.from({ length: days }, (_, nth) => {
    const day = neighbour(first, nth);
    return { day: day.day, holiday: day.holiday, spans: spansOf(sessionsOn(opening, day)) };
  });
}

/**
 * The hours of the day in Shanghai, 0–23, in which the table opens on some day of some year; all of them when the hours
 * are not known. Somebody on duty or at the door may find a station open at any other hour.
 */
export function hoursOpen(opening: Opening): number[] {
  const { sessions, onHolidays, holidaySessions } = opening;
  const all = onHolidays === 'own-hours' ? [...sessions, ...holidaySessions] : sessions;
  return Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => sessions.length === 0 || all.some((session) => touchesHour(session, hour)),
  );
}

/**
 * When the table last had the door opened, at the latest now: the begin of a session that does not merely carry on one
 * with the same attendance. Around the clock, midnight unlocks nothing. Null when none began today or the day before.
 */
export function lastBegin(opening: Opening, now: EpochMs): EpochMs | null {
  const today = calendarDay(now);
  const [before, ...near] = [-2, -1, 0].map((days) => intervalsOn(opening, neighbour(today, days)));
  const intervals = [...(before ?? []), ...near.flat()];
  const begins = near
    .flat()
    .filter(({ from, attendance }) => {
      const carriesOn = intervals.some(
        (other) => other.attendance === attendance && other.from < from && from <= other.until,
      );
      return from <= now && !carriesOn;
    })
    .map(({ from }) => from);
  return begins.length === 0 ? null : EpochMs.parse(Math.max(...begins));
}

type Interval = { readonly from: number; readonly until: number; readonly attendance: Attendance };

function intervalsOn(opening: Opening, day: CalendarDay): Interval[] {
  return sessionsOn(opening, day).map((session) => ({
    from: day.startsAt + session.from * MINUTE_MS,
    until: day.startsAt + endMinute(session) * MINUTE_MS,
    attendance: session.attendance,
  }));
}

/** Minutes since the midnight before the session begins: above 1,440 when it runs into the next day. */
function endMinute({ from, until }: Session): number {
  return until <= from ? until + MINUTES_A_DAY : until;
}

function opensAfter(opening: Opening, today: CalendarDay, at: number): EpochMs | null {
  for (let days = 0; days <= REACH_DAYS; days += 1) {
    const begins = intervalsOn(opening, neighbour(today, days))
      .map(({ from }) => from)
      .filter((from) => from > at && from <= at + REACH_DAYS * DAY_MS);
    if (begins.length > 0) return EpochMs.parse(Math.min(...begins));
  }
  return null;
}

function followOn(opening: Opening, today: CalendarDay, first: number): number {
  const limit = today.startsAt + (REACH_DAYS + 1) * DAY_MS;
  let until = first;
  for (let days = 0; days <= REACH_DAYS && until >= today.startsAt + days * DAY_MS; days += 1) {
    const inOrder = intervalsOn(opening, neighbour(today, days)).sort((one, other) => one.from - other.from);
    for (const interval of inOrder) if (interval.from <= until) until = Math.max(until, interval.until);
  }
  return Math.min(until, limit);
}

function followBack(opening: Opening, today: CalendarDay, first: number): number {
  const limit = today.startsAt - REACH_DAYS * DAY_MS;
  let from = first;
  // A session of the day before may last until the end of this one, but none of two days before lasts until its begin.
  for (let days = 0; from > limit && from < today.startsAt + (days + 2) * DAY_MS; days -= 1) {
    const inOrder = intervalsOn(opening, neighbour(today, days)).sort((one, other) => other.until - one.until);
    for (const interval of inOrder) if (interval.until >= from) from = Math.min(from, interval.from);
  }
  return Math.max(from, limit);
}

function touchesHour(session: Session, hour: number): boolean {
  const [begin, end] = [hour * 60, (hour + 1) * 60];
  const until = endMinute(session);
  const reaches = (shift: number): boolean => session.from < end + shift && begin + shift < until;
  return reaches(0) || reaches(MINUTES_A_DAY);
}
