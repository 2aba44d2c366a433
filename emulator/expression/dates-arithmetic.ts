import { Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isNumber, toJsNumber } from '../values/value';
import { DAY_MS, dayNumber, daysInMonth, monthNumber, partsOf, wallFrom, weekday } from './dates-calendar';
import { dateAt, instantIn, textOrNothing, zoneIn } from './dates-operand';
import type { Unit } from './dates-unit';
import { dayUnits, exactUnits, isDayUnit, isExactUnit, monthUnits, unitNamed, weekdayNamed } from './dates-unit';
import type { Zone } from './dates-zone';
import { instantOf, wallOf } from './dates-zone';
import type { Expression, Operator, Scope } from './expression';
import { namedArguments } from './named-arguments';
import { wholeOf } from './numbers';
import { isNothing, shown } from './text-operand';

/** Dates some time later or earlier, the time between two, and where a stretch of time begins. */
export const dateArithmetic: Readonly<Record<string, Operator>> = {
  $dateAdd: adding(1),
  $dateSubtract: adding(-1),

  $dateDiff: (operand, operator) => {
    const parts = namedArguments(
      operand,
      { required: ['startDate', 'endDate', 'unit'], optional: ['timezone', 'startOfWeek'] },
      wordingOf(operator),
    );
    return (scope) => {
      if (isAnyNothing(parts, scope)) return null;
      const start = requireDate(parts.startDate(scope), operator, 'startDate');
      const end = requireDate(parts.endDate(scope), operator, 'endDate');
      const unit = unitIn(parts.unit, operator, scope);
      const firstDay = unit === 'week' ? firstDayIn(parts.startOfWeek, operator, scope) : 0;
      const zone = zoneIn(parts.timezone, scope);
      if (start === undefined || end === undefined || unit === undefined) return null;
      return zone === undefined || firstDay === undefined
        ? null
        : Long.fromNumber(between(start, end, unit, zone, firstDay));
    };
  },

  $dateTrunc: (operand, operator) => {
    const parts = namedArguments(
      operand,
      { required: ['date', 'unit'], optional: ['binSize', 'timezone', 'startOfWeek'] },
      wordingOf(operator),
    );
    return (scope) => {
      if (isAnyNothing(parts, scope)) return null;
      const instant = requireDate(parts.date(scope), operator, 'date');
      const unit = unitIn(parts.unit, operator, scope);
      const size = parts.binSize === undefined ? 1 : binSizeOf(parts.binSize(scope), operator);
      const firstDay = unit === 'week' ? firstDayIn(parts.startOfWeek, operator, scope) : 0;
      const zone = zoneIn(parts.timezone, scope);
      if (instant === undefined || unit === undefined || size === undefined) return null;
      return zone === undefined || firstDay === undefined ? null : dateAt(startOf(instant, unit, size, zone, firstDay));
    };
  },
};

function adding(sign: 1 | -1): Operator {
  return (operand, operator) => {
    const parts = namedArguments(
      operand,
      { required: ['startDate', 'unit', 'amount'], optional: ['timezone'] },
      {
        notAnObject: () => `${operator} expects an object as its argument`,
        unknown: (name) =>
          `Unrecognized argument to ${operator}: ${name}. Expected arguments are startDate, unit, amount, and optionally timezone.`,
        missing: () => `${operator} requires startDate, unit, and amount to be present`,
      },
    );
    return (scope) => {
      const [start, name, amount] = [parts.startDate(scope), parts.unit(scope), parts.amount(scope)];
      if (isNothing(start) || isNothing(name) || isNothing(amount)) return null;
      const zone = zoneIn(parts.timezone, scope);
      if (zone === undefined) return null;
      const instant = instantIn(start);
      if (instant === undefined) throw requestFailed(`${operator} requires startDate to be convertible to a date`);
      if (typeof name !== 'string') throw requestFailed(`${operator} expects string defining the time unit`);
      const unit = unitNamed(name);
      const count = isNumber(amount) ? wholeOf(amount) : undefined;
      if (count === undefined) throw requestFailed(`${operator} expects integer amount of time units`);
      const date = new Date(later(instant, sign * Number(count), unit, zone));
      if (Number.isNaN(date.getTime())) throw requestFailed(`${operator} overflowed`);
      return date;
    };
  };
}

/** Hours and less are added to the instant, days and more to what clocks in the zone show. */
export function later(instant: number, count: number, unit: Unit, zone: Zone): number {
  if (isExactUnit(unit)) return instant + count * exactUnits[unit];
  const wall = wallOf(instant, zone);
  if (isDayUnit(unit)) return instantOf(wall + count * dayUnits[unit] * DAY_MS, zone);
  const { year, month, day, ...time } = partsOf(wall);
  const months = year * 12 + month - 1 + count * monthUnits[unit];
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  // A month too short for the day gives its last one.
  const toDay = Math.min(day, daysInMonth(toYear, toMonth));
  return instantOf(wallFrom({ year: toYear, month: toMonth, day: toDay, ...time }), zone);
}

/** How many starts of a unit lie between two instants; the clocks of the zone say where one starts. */
function between(start: number, end: number, unit: Unit, zone: Zone, firstDay: number): number {
  if (isExactUnit(unit)) {
    // By the offset at the start for both: an hour that clocks repeat or leave out counts as the time it takes.
    const offset = zone.offsetAt(start);
    const whole = (instant: number): number => Math.floor((instant + offset) / exactUnits[unit]);
    return whole(end) - whole(start);
  }
  const [from, to] = [wallOf(start, zone), wallOf(end, zone)];
  if (unit === 'day') return dayNumber(to) - dayNumber(from);
  if (unit === 'week') {
    const weekNumber = (wall: number): number => (dayNumber(wall) - ((weekday(wall) - firstDay + 7) % 7)) / 7;
    return weekNumber(to) - weekNumber(from);
  }
  const whole = (wall: number): number => Math.floor(monthNumber(wall) / monthUnits[unit]);
  return whole(to) - whole(from);
}

/** The start of the bin that an instant is in; bins of every size have a common start, that of the year 2000. */
function startOf(instant: number, unit: Unit, size: number, zone: Zone, firstDay: number): number {
  const origin = wallFrom({ year: 2000 });
  if (isExactUnit(unit)) {
    return floorTo(instant, instantOf(origin, zone), size * exactUnits[unit]);
  }
  const wall = wallOf(instant, zone);
  if (isDayUnit(unit)) {
    // Weeks are counted from the first that begins in that year.
    const first = unit === 'week' ? dayNumber(origin) + ((firstDay - weekday(origin) + 7) % 7) : dayNumber(origin);
    return instantOf(floorTo(dayNumber(wall), first, size * dayUnits[unit]) * DAY_MS, zone);
  }
  const months = floorTo(monthNumber(wall), 2000 * 12, size * monthUnits[unit]);
  return instantOf(wallFrom({ year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }), zone);
}

function floorTo(value: number, origin: number, step: number): number {
  return origin + Math.floor((value - origin) / step) * step;
}

const wordingOf = (operator: string) => ({
  notAnObject: () => `${operator} only supports an object as its argument`,
  unknown: (name: string) => `Unrecognized argument to ${operator}: ${name}`,
  missing: (name: string) => `Missing '${name}' parameter to ${operator}`,
});

/** What is null or missing makes null before anything is found wrong with the rest. The first day concerns weeks only. */
function isAnyNothing({ startOfWeek, ...parts }: Readonly<Record<string, Expression>>, scope: Scope): boolean {
  if (Object.values(parts).some((part) => isNothing(part(scope)))) return true;
  return startOfWeek !== undefined && parts['unit']?.(scope) === 'week' && isNothing(startOfWeek(scope));
}

function requireDate(value: Value | undefined, operator: string, name: string): number | undefined {
  if (isNothing(value)) return undefined;
  const instant = instantIn(value);
  if (instant === undefined) {
    throw requestFailed(`${operator} requires '${name}' to be a date, but got ${typeName(value)}`);
  }
  return instant;
}

function unitIn(expression: Expression, operator: string, scope: Scope): Unit | undefined {
  const name = textOrNothing(
    expression(scope),
    (type) => `${operator} requires 'unit' to be a string, but got ${type}`,
  );
  const before = `${operator} parameter 'unit' value parsing failed :: caused by :: `;
  return name === undefined ? undefined : unitNamed(name, before);
}

/** 0 for Sunday, which is also the first day where none is named; undefined where it is null. */
function firstDayIn(expression: Expression | undefined, operator: string, scope: Scope): number | undefined {
  if (expression === undefined) return 0;
  const name = textOrNothing(
    expression(scope),
    (type) => `${operator} requires 'startOfWeek' to be a string, but got ${type}`,
  );
  if (name === undefined) return undefined;
  const day = weekdayNamed(name);
  if (day !== undefined) return day;
  throw requestFailed(`${operator} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${name}`);
}

/** So many of the least unit are longer than all the time that dates can tell. */
const MOST_BINS = 100_000_000_000;

function binSizeOf(value: Value | undefined, operator: string): number | undefined {
  if (isNothing(value)) return undefined;
  const size = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(size)) {
    const got = `got value '${shown(value)}' of type ${typeName(value)}`;
    throw requestFailed(`${operator} requires 'binSize' to be a 64-bit integer, but ${got}`);
  }
  if (size <= 0) throw requestFailed(`${operator} requires 'binSize' to be greater than 0, but got value ${size}`);
  if (size > MOST_BINS) throw requestFailed(`${operator} unsupported binSize value: ${shown(value)}`);
  return size;
}
