import { Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { showValue } from '../values/show-value';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDocument, isTimestamp } from '../values/value';
import { dayOfYear, isoWeek, isoWeekday, partsOf, weekday, weekOfYear } from './dates-calendar';
import { requireInstant, zoneIn } from './dates-operand';
import { wallOf } from './dates-zone';
import type { Expression, Operator } from './expression';
import { parseExpression } from './expression';
import { operandsOf } from './operands';
import { int, isNothing } from './text-operand';

/** One part of a date each, as clocks in a zone show it. */
export const dates: Readonly<Record<string, Operator>> = {
  $year: reading((wall) => int(partsOf(wall).year)),
  $month: reading((wall) => int(partsOf(wall).month)),
  $dayOfMonth: reading((wall) => int(partsOf(wall).day)),
  $hour: reading((wall) => int(partsOf(wall).hour)),
  $minute: reading((wall) => int(partsOf(wall).minute)),
  $second: reading((wall) => int(partsOf(wall).second)),
  $millisecond: reading((wall) => int(partsOf(wall).millisecond)),
  $dayOfYear: reading((wall) => int(dayOfYear(wall))),
  $dayOfWeek: reading((wall) => int(weekday(wall) + 1)),
  $week: reading((wall) => int(weekOfYear(wall))),
  $isoDayOfWeek: reading((wall) => int(isoWeekday(wall))),
  $isoWeek: reading((wall) => int(isoWeek(wall).week)),
  // Alone among them a long.
  $isoWeekYear: reading((wall) => Long.fromNumber(isoWeek(wall).year)),

  $tsSecond: ofTimestamp((timestamp) => timestamp.t),
  $tsIncrement: ofTimestamp((timestamp) => timestamp.i),
};

function reading(read: (wall: number) => Value): Operator {
  return (operand, operator) => {
    const { date, timezone } = dateAndZone(operand, operator);
    return (scope) => {
      const value = date(scope);
      if (isNothing(value)) return null;
      const instant = requireInstant(value);
      const zone = zoneIn(timezone, scope);
      return zone === undefined ? null : read(wallOf(instant, zone));
    };
  };
}

type DateAndZone = { readonly date: Expression; readonly timezone?: Expression };

// `{$year: '$at'}`, `{$year: ['$at']}`, `{$year: {date: '$at', timezone: …}}`, but no array around the last.
function dateAndZone(operand: Value, operator: string): DateAndZone {
  if (isArray(operand)) {
    const [only] = operand;
    if (operand.length === 1 && only !== undefined) return { date: parseExpression(only) };
    throw requestFailed(`${operator} accepts exactly one argument if given an array, but was given ${operand.length}`);
  }
  if (!isDocument(operand) || Object.keys(operand)[0]?.startsWith('$') === true) {
    return { date: parseExpression(operand) };
  }
  const { date, timezone, ...rest } = operand;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw requestFailed(`unrecognized option to ${operator}: "${unknown}"`);
  if (date === undefined) {
    throw requestFailed(`missing 'date' argument to ${operator}, provided: ${operator}: ${showValue(operand)}`);
  }
  return {
    date: parseExpression(date),
    ...(timezone === undefined ? {} : { timezone: parseExpression(timezone) }),
  };
}

function ofTimestamp(part: (timestamp: { readonly t: number; readonly i: number }) => number): Operator {
  return (operand, operator) => {
    const [only] = operandsOf(operand, operator, 1);
    return (scope) => {
      const value = only?.(scope);
      if (isNothing(value)) return null;
      if (isTimestamp(value)) return Long.fromNumber(part(value));
      throw requestFailed(` Argument to ${operator} must be a timestamp, but is ${typeName(value)}`);
    };
  };
}
