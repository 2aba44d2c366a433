import { requestFailed } from '../cloud-error';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from './dates-calendar';

/** Units that are always equally long, in milliseconds. A day is none: clocks may be put forward in it. */
export const exactUnits = { hour: HOUR_MS, minute: MINUTE_MS, second: SECOND_MS, millisecond: 1 } as const;

/** Units that are so many days, and so many months. */
export const dayUnits = { day: 1, week: 7 } as const;
export const monthUnits = { month: 1, quarter: 3, year: 12 } as const;

export type ExactUnit = keyof typeof exactUnits;
export type DayUnit = keyof typeof dayUnits;
export type MonthUnit = keyof typeof monthUnits;
export type Unit = ExactUnit | DayUnit | MonthUnit;

export const isExactUnit = (unit: string): unit is ExactUnit => Object.hasOwn(exactUnits, unit);
export const isDayUnit = (unit: string): unit is DayUnit => Object.hasOwn(dayUnits, unit);
export const isMonthUnit = (unit: string): unit is MonthUnit => Object.hasOwn(monthUnits, unit);

/** @param before what the operator says in front of MongoDB's own words */
export function unitNamed(name: string, before = ''): Unit {
  if (isExactUnit(name) || isDayUnit(name) || isMonthUnit(name)) return name;
  throw requestFailed(`${before}unknown time unit value: ${name}`);
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day a week begins with, 0 for Sunday; whole or by its first three letters, in any case. */
export function weekdayNamed(name: string): number | undefined {
  const lower = name.toLowerCase();
  const at = weekdays.findIndex((day) => day === lower || day.slice(0, 3) === lower);
  return at < 0 ? undefined : at;
}
