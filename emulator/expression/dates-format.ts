import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import { dayOfYear, isoWeek, isoWeekday, monthNames, partsOf, weekday, weekOfYear } from './dates-calendar';
import { requireInstant, zoneIn } from './dates-operand';
import type { Zone } from './dates-zone';
import { utc, wallOf } from './dates-zone';
import type { Operator } from './expression';
import { namedArguments } from './named-arguments';
import { isNothing, shown } from './text-operand';

/** Dates as text. */
export const dateFormats: Readonly<Record<string, Operator>> = {
  $dateToString: (operand) => {
    const parts = namedArguments(
      operand,
      { required: ['date'], optional: ['format', 'timezone', 'onNull'] },
      {
        notAnObject: () => '$dateToString only supports an object as its argument',
        unknown: (name) => `Unrecognized argument to $dateToString: ${name}`,
        missing: (name) => `Missing '${name}' parameter to $dateToString`,
      },
    );
    return (scope) => {
      const date = parts.date(scope);
      const format = parts.format?.(scope);
      if (parts.format !== undefined && !isNothing(format) && typeof format !== 'string') {
        throw requestFailed(
          `$dateToString requires that 'format' be a string, found: ${typeName(format)} with value ${shown(format)}`,
        );
      }
      if (typeof format === 'string') checkFormat(format);
      const zone = zoneIn(parts.timezone, scope);
      if (isNothing(date)) return parts.onNull === undefined ? null : parts.onNull(scope);
      if (zone === undefined || (parts.format !== undefined && isNothing(format))) return null;
      return formatted(requireInstant(date), zone, typeof format === 'string' ? format : isoFormat(zone));
    };
  },
};

/** An instant as MongoDB prints a date that nobody formatted: `2020-01-31T08:00:00.000Z`. */
export function isoText(instant: number): string {
  return formatted(instant, utc, isoFormat(utc));
}

const isoFormat = (zone: Zone): string => `%Y-%m-%dT%H:%M:%S.%L${zone.isUtc ? 'Z' : ''}`;

type Moment = { readonly wall: number; readonly offset: number };

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

const specifiers: Readonly<Record<string, (moment: Moment) => string>> = {
  '%': () => '%',
  Y: ({ wall }) => padded(partsOf(wall).year, 4),
  m: ({ wall }) => padded(partsOf(wall).month, 2),
  d: ({ wall }) => padded(partsOf(wall).day, 2),
  H: ({ wall }) => padded(partsOf(wall).hour, 2),
  M: ({ wall }) => padded(partsOf(wall).minute, 2),
  S: ({ wall }) => padded(partsOf(wall).second, 2),
  L: ({ wall }) => padded(partsOf(wall).millisecond, 3),
  j: ({ wall }) => padded(dayOfYear(wall), 3),
  w: ({ wall }) => String(weekday(wall) + 1),
  u: ({ wall }) => String(isoWeekday(wall)),
  U: ({ wall }) => padded(weekOfYear(wall), 2),
  V: ({ wall }) => padded(isoWeek(wall).week, 2),
  G: ({ wall }) => padded(isoWeek(wall).year, 4),
  b: ({ wall }) => monthOf(wall).slice(0, 3),
  B: ({ wall }) => monthOf(wall),
  z: ({ offset }) => `${signOf(offset)}${padded(hoursOf(offset), 2)}${padded(minutesOf(offset) % 60, 2)}`,
  Z: ({ offset }) => `${offset < 0 && minutesOf(offset) > 0 ? '-' : ''}${minutesOf(offset)}`,
};

function checkFormat(format: string): void {
  for (const [, letter] of format.matchAll(/%([^]?)/g)) {
    if (letter === undefined || letter === '') throw requestFailed("Unmatched '%' at end of format string");
    if (!Object.hasOwn(specifiers, letter)) {
      throw requestFailed(`Invalid format character '%${letter}' in format string`);
    }
  }
}

function formatted(instant: number, zone: Zone, format: string): string {
  const wall = wallOf(instant, zone);
  const { year } = partsOf(wall);
  if (!(year >= 0 && year <= 9999)) {
    throw requestFailed(`$dateToString is only defined on year 0-9999, tried to use year ${year}`);
  }
  const moment = { wall, offset: wall - instant };
  return format.replace(/%([^])/g, (_, letter: string) => specifiers[letter]?.(moment) ?? '');
}

const monthOf = (wall: number): string => monthNames[partsOf(wall).month - 1] ?? '';
const signOf = (offset: number): string => (offset < 0 ? '-' : '+');
const minutesOf = (offset: number): number => Math.trunc(Math.abs(offset) / 60_000);
const hoursOf = (offset: number): number => Math.trunc(minutesOf(offset) / 60);
