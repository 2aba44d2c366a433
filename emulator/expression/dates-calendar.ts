/** A wall clock's parts. Months and days count from 1. */
export type DateParts = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
};

export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The parts of a wall clock's reading. */
export function partsOf(wall: number): DateParts {
  const date = new Date(wall);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** The reading with these parts; what is too much or too little for a part is carried. */
export function wallFrom(parts: Partial<DateParts> & { readonly year: number }): number {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0 } = parts;
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 as those of the last century.
  date.setUTCFullYear(year, month - 1, 1);
  const time = (hour * 60 + minute) * MINUTE_MS + second * SECOND_MS + millisecond;
  return date.getTime() + (day - 1) * DAY_MS + time;
}

/** Days since 1970-01-01. */
export function dayNumber(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** Months since January of the year 0. */
export function monthNumber(wall: number): number {
  const { year, month } = partsOf(wall);
  return year * 12 + month - 1;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(wallFrom({ year, month: month + 1 })) - dayNumber(wallFrom({ year, month }));
}

/** 0 is Sunday. */
export function weekday(wall: number): number {
  return new Date(wall).getUTCDay();
}

/** 1 is Monday, 7 is Sunday. */
export function isoWeekday(wall: number): number {
  return weekday(wall) || 7;
}

export function dayOfYear(wall: number): number {
  return dayNumber(wall) - dayNumber(wallFrom({ year: partsOf(wall).year })) + 1;
}

/** Weeks that begin on Sunday, 1 the first whole one; the days before it are in week 0. */
export function weekOfYear(wall: number): number {
  return Math.floor((dayOfYear(wall) + 6 - weekday(wall)) / 7);
}

/** A week belongs to the year that its Thursday is in. */
export function isoWeek(wall: number): { readonly year: number; readonly week: number } {
  const thursday = wall + (4 - isoWeekday(wall)) * DAY_MS;
  return { year: partsOf(thursday).year, week: Math.ceil(dayOfYear(thursday) / 7) };
}

/** The first reading of a day by its ISO year, week and day; what is too much or too little is carried. */
export function wallFromIso(year: number, week: number, day: number): number {
  // The fourth of January is always in the first week.
  const fourth = wallFrom({ year, day: 4 });
  return fourth + (1 - isoWeekday(fourth) + (week - 1) * 7 + (day - 1)) * DAY_MS;
}

export const monthNames: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
