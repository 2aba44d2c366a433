import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import { isNumber, toJsNumber } from '../values/value';
import { isoWeek, isoWeekday, partsOf, wallFrom, wallFromIso } from './dates-calendar';
import { dateAt, requireInstant, zoneIn } from './dates-operand';
import { instantOf, wallOf } from './dates-zone';
import type { Expression, Operator, Scope } from './expression';
import { namedArguments } from './named-arguments';
import { int, isNothing, shown } from './text-operand';

const isoParts = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const;
const dayParts = ['year', 'month', 'day'] as const;
const timeParts = ['hour', 'minute', 'second', 'millisecond'] as const;
type Part = (typeof isoParts)[number] | (typeof dayParts)[number] | (typeof timeParts)[number];

/** A date taken apart, and put together again. */
export const dateParts: Readonly<Record<string, Operator>> = {
  $dateToParts: (operand) => {
    const { date, timezone, iso8601 } = namedArguments(
      operand,
      { required: ['date'], optional: ['timezone', 'iso8601'] },
      {
        notAnObject: () => '$dateToParts only supports an object as its argument',
        unknown: (name) => `Unrecognized argument to $dateToParts: ${name}`,
        missing: (name) => `Missing '${name}' argument to $dateToParts`,
      },
    );
    return (scope) => {
      const value = date(scope);
      const zone = zoneIn(timezone, scope);
      const isIso = iso8601 === undefined ? false : iso8601(scope);
      if (zone === undefined || isNothing(isIso)) return null;
      if (typeof isIso !== 'boolean') {
        throw requestFailed(`iso8601 must evaluate to a bool, found ${typeName(isIso)}`);
      }
      if (isNothing(value)) return null;
      const wall = wallOf(requireInstant(value), zone);
      const { year, month, day, ...time } = partsOf(wall);
      const { year: isoWeekYear, week } = isoWeek(wall);
      const parts = isIso
        ? { isoWeekYear, isoWeek: week, isoDayOfWeek: isoWeekday(wall), ...time }
        : { year, month, day, ...time };
      return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, int(part)]));
    };
  },

  $dateFromParts: (operand) => {
    const { timezone, ...parts } = namedArguments(
      operand,
      { required: [], optional: [...isoParts, ...dayParts, ...timeParts, 'timezone'] },
      {
        notAnObject: () => '$dateFromParts only supports an object as its argument',
        unknown: (name) => `Unrecognized argument to $dateFromParts: ${name}`,
        missing: (name) => `$dateFromParts requires '${name}'`,
      },
    );
    const isIso = parts.isoWeekYear !== undefined;
    if (!isIso && parts.year === undefined) {
      throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
    }
    if ((isIso ? dayParts : isoParts).some((name) => parts[name] !== undefined)) {
      throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates');
    }
    return (scope) => {
      const zone = zoneIn(timezone, scope);
      const numbers = zone === undefined ? undefined : partsGiven(parts, isIso ? isoParts : dayParts, scope);
      if (zone === undefined || numbers === undefined) return null;
      const { isoWeekYear = 0, isoWeek: week = 1, isoDayOfWeek = 1, year = 0, month = 1, day = 1 } = numbers;
      const { hour = 0, minute = 0, second = 0, millisecond = 0 } = numbers;
      const midnight = isIso ? wallFromIso(isoWeekYear, week, isoDayOfWeek) : wallFrom({ year, month, day });
      const time = (hour * 60 + minute) * 60_000 + second * 1000;
      return dateAt(instantOf(midnight + time, zone) + millisecond);
    };
  },
};

type Numbers = Partial<Record<Part, number>>;

/** The parts that are given, as numbers; undefined as soon as one is null or missing. */
function partsGiven(
  expressions: Partial<Record<Part, Expression>>,
  dayNames: readonly Part[],
  scope: Scope,
): Numbers | undefined {
  const numbers: Numbers = {};
  for (const name of [...dayNames, ...timeParts]) {
    const expression = expressions[name];
    if (expression === undefined) continue;
    const value = expression(scope);
    if (isNothing(value)) return undefined;
    const number = isNumber(value) ? toJsNumber(value) : NaN;
    if (!Number.isInteger(number)) {
      const found = `found ${typeName(value)} with value ${shown(value)}`;
      throw requestFailed(`'${name}' must evaluate to an integer, ${found}`);
    }
    requireRange(name, number);
    numbers[name] = number;
  }
  return numbers;
}

function requireRange(name: Part, number: number): void {
  if (name === 'year' || name === 'isoWeekYear') {
    if (number >= 1 && number <= 9999) return;
    throw requestFailed(`'${name}' must evaluate to an integer in the range 1 to 9999, found ${number}`);
  }
  if (name === 'second' || name === 'millisecond') return;
  if (number >= -32768 && number <= 32767) return;
  throw requestFailed(
    `'${name}' must evaluate to a value in the range [-32768, 32767]; value ${number} is not in range`,
  );
}
