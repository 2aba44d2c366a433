import { monthNames, wallFrom, wallFromIso } from './dates-calendar';
import type { Zone } from './dates-zone';
import { instantOf, utc, zoneNamed } from './dates-zone';
import { ConversionFailure } from './conversions-failure';

/** What a text says of a date; an offset or zone where it names one itself. */
export type ReadDate = {
  year?: number;
  month?: number;
  day?: number;
  dayOfYear?: number;
  isoYear?: number;
  isoWeek?: number;
  isoDay?: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  zone?: Zone;
  /** How the text writes the zone: as an offset, or by a name. */
  zoneText?: string;
};

/**
 * The instant of a text without a format of its own: ISO 8601 in its many forms, `31 January 2020`, `Jan 31, 2020`,
 * `01/31/2020`, each with or without a time and a zone.
 *
 * @param zone what clock the text is read from, if it names none; undefined if the caller named none either
 */
export function parseDate(text: string, zone: Zone | undefined): number {
  const read: ReadDate = {};
  let rest = text.trim();
  if (rest === '') throw unreadable(text, 0, 'Empty string', '');
  while (rest !== '') {
    const found = parts.find(({ form }) => form.test(rest));
    const match = found?.form.exec(rest);
    if (found === undefined || !match || !found.take(read, match.slice(1))) {
      throw unreadable(text, text.length - rest.length, 'Unexpected character', rest[0] ?? '');
    }
    rest = rest.slice(match[0].length);
  }
  return instantFrom(text, read, zone);
}

/** The instant of what was read; whatever is missing of the time is zero once there is a date. */
export function instantFrom(text: string, read: ReadDate, zone: Zone | undefined): number {
  const { hour = 0, minute = 0, second = 0, millisecond = 0 } = read;
  const midnight = midnightOf(text, read);
  if (minute > 59 || second > 59 || hour > 24) throw unreadable(text, text.length, 'The parsed time was invalid', '');
  if (read.zone !== undefined && zone !== undefined && !zone.isUtc) {
    const isOffset = /^[+-]/.test(read.zoneText ?? '');
    const given = isOffset ? 'GMT offset' : `time zone information ('${read.zoneText ?? ''}')`;
    throw new ConversionFailure(
      `you cannot pass in a date/time string with ${given} together with a timezone argument`,
    );
  }
  const wall = midnight + ((hour * 60 + minute) * 60 + second) * 1000;
  return instantOf(wall, read.zone ?? zone ?? utc) + millisecond;
}

function midnightOf(text: string, read: ReadDate): number {
  const { year, month, day, dayOfYear, isoYear, isoWeek = 1, isoDay = 1 } = read;
  if (isoYear !== undefined || read.isoWeek !== undefined || read.isoDay !== undefined) {
    if (year !== undefined || month !== undefined || day !== undefined) {
      throw unreadable(text, 0, 'Mixing of ISO dates with natural dates is not allowed', '');
    }
    if (isoYear === undefined) throw unreadable(text, text.length, 'The parsed date was invalid', '');
    return wallFromIso(isoYear, isoWeek, isoDay);
  }
  if (year !== undefined && dayOfYear !== undefined) return wallFrom({ year, day: dayOfYear });
  if (year === undefined || month === undefined || day === undefined) {
    throw new ConversionFailure(`an incomplete date/time string has been found, with elements missing: "${text}"`);
  }
  const wall = wallFrom({ year, month, day });
  if (month < 1 || month > 12 || day < 1 || new Date(wall).getUTCDate() !== day) {
    throw unreadable(text, text.length, 'The parsed date was invalid', '');
  }
  return wall;
}

export function unreadable(text: string, at: number, why: string, character: string): ConversionFailure {
  return new ConversionFailure(`Error parsing date string '${text}'; ${at}: ${why} '${character}'`);
}

/** A month by its English name, whole or by three letters; undefined if it is none. */
export function monthNamed(name: string): number | undefined {
  const lower = name.toLowerCase();
  const at = monthNames.findIndex(
    (month) => lower === month.toLowerCase() || lower === month.slice(0, 3).toLowerCase(),
  );
  return at < 0 ? undefined : at + 1;
}

/** @param fraction the digits behind the point; what is finer than a millisecond is cut off */
export function millisecondsOf(fraction: string): number {
  return Number(fraction.slice(0, 3).padEnd(3, '0'));
}

type Part = {
  readonly form: RegExp;
  /** Adds what was matched; false if it is no date after all, or one was there already. */
  readonly take: (read: ReadDate, groups: readonly (string | undefined)[]) => boolean;
};

const dateOf = (read: ReadDate, year: string, month: string | number, day: string): boolean => {
  if (read.year !== undefined) return false;
  Object.assign(read, { year: Number(year), month: Number(month), day: Number(day) });
  return true;
};

const namedDate = (read: ReadDate, year = '', month = '', day = ''): boolean => {
  const number = monthNamed(month);
  return number !== undefined && dateOf(read, year, number, day);
};

const timeOf = (
  read: ReadDate,
  [hour, minute = '0', second = '0', fraction = '0', half]: readonly (string | undefined)[],
) => {
  if (read.hour !== undefined) return false;
  const isHalf = half !== undefined;
  if (isHalf && (Number(hour) < 1 || Number(hour) > 12)) return false;
  const hours = isHalf ? (Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0) : Number(hour);
  const millisecond = millisecondsOf(fraction);
  Object.assign(read, { hour: hours, minute: Number(minute), second: Number(second), millisecond });
  return true;
};

const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const form = (source: string): RegExp => new RegExp(`^(?:${source})`, 'i');

// The first that fits is taken, so the longer ones come first.
const parts: readonly Part[] = [
  {
    form: form('(\\d{4})-?W(\\d{2})(?:-?(\\d))?'),
    take: (read, [year, week, weekday = '1']) => {
      Object.assign(read, { isoYear: Number(year), isoWeek: Number(week), isoDay: Number(weekday) });
      return read.year === undefined;
    },
  },
  {
    form: form('(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?=\\D|$)'),
    take: (read, [y = '', m = '', d = '']) => dateOf(read, y, m, d),
  },
  { form: form('(\\d{1,2})/(\\d{1,2})/(\\d{4})'), take: (read, [m = '', d = '', y = '']) => dateOf(read, y, m, d) },
  {
    form: form('(\\d{1,2})/(\\d{1,2})/(\\d{2})(?=\\D|$)'),
    take: (read, [m = '', d = '', y = '']) => dateOf(read, `${Number(y) < 70 ? '20' : '19'}${y}`, m, d),
  },
  {
    form: form('(\\d{1,2})[-.](\\d{1,2})[-.](\\d{4})'),
    take: (read, [d = '', m = '', y = '']) => dateOf(read, y, m, d),
  },
  { form: form('(\\d{4})(\\d{2})(\\d{2})(?=\\D|$)'), take: (read, [y = '', m = '', d = '']) => dateOf(read, y, m, d) },
  {
    form: form('(\\d{4})[-.](\\d{3})(?=\\D|$)'),
    take: (read, [year, days]) => {
      Object.assign(read, { year: Number(year), dayOfYear: Number(days) });
      return true;
    },
  },
  {
    form: form(`${month}[ .\\t-]*${day}[,.\\s]+(\\d{4})(?=[^\\d:]|$)`),
    take: (read, [m, d, y]) => namedDate(read, y, m, d),
  },
  {
    form: form(`${day}[ .\\t-]*${month}[ .,\\t-]*(\\d{4})(?=[^\\d:]|$)`),
    take: (read, [d, m, y]) => namedDate(read, y, m, d),
  },
  {
    form: form(`(\\d{4})[ .\\t-]*${month}[ .\\t-]*(\\d{1,2})(?=\\D|$)`),
    take: (read, [y, m, d]) => namedDate(read, y, m, d),
  },
  {
    form: form(`${month}[ .\\t-]*${day}(?=\\D|$)`),
    take: (read, [name = '', number = '']) => {
      Object.assign(read, { month: monthNamed(name), day: Number(number) });
      return read.year === undefined;
    },
  },
  {
    form: form('[T\\s]*(\\d{1,2})(?::(\\d{2}))?(?::(\\d{2}))?(?:[.,](\\d+))?\\s*([ap])\\.?m\\.?(?![a-z])'),
    take: timeOf,
  },
  { form: form('[T\\s]*(\\d{1,2}):(\\d{2})(?:[:.](\\d{2})(?:[.,:](\\d+))?)?'), take: timeOf },
  { form: form('noon'), take: (read) => timeOf(read, ['12']) },
  { form: form('midnight'), take: (read) => timeOf(read, ['0']) },
  { form: form('T(\\d{2})(\\d{2})(\\d{2})?(?:[.,](\\d+))?'), take: timeOf },
  { form: form('((?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?)'), take: (read, [zone = '']) => takeZone(read, zone) },
  {
    form: form('(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?(?![a-z])[,.]?'),
    take: () => true,
  },
  { form: /^([A-Za-z]+)/, take: (read, [name = '']) => zoneInText(read, name, zoneAbbreviated(name)) },
  { form: /^[\s,]+/, take: () => true },
];

// In hours ahead of UTC.
const abbreviations: Readonly<Record<string, string>> = {
  ...{ UTC: '+00:00', GMT: '+00:00', EST: '-05:00', EDT: '-04:00', CST: '-06:00', CDT: '-05:00' },
  ...{ MST: '-07:00', MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00' },
  ...{ BST: '+01:00', EET: '+02:00', EEST: '+03:00', WET: '+00:00', WEST: '+01:00', MSK: '+03:00' },
  ...{ JST: '+09:00', HST: '-10:00', AKST: '-09:00', AKDT: '-08:00', NZST: '+12:00', NZDT: '+13:00' },
};

// The military zones: from A east, from N west, Z in the middle; there is no J.
const east = 'ABCDEFGHIKLM';
const west = 'NOPQRSTUVWXY';

/** The offset that an abbreviation of a zone stands for; undefined if it stands for none. Places are no abbreviations. */
function zoneAbbreviated(name: string): string | undefined {
  const upper = name.toUpperCase();
  if (upper === 'Z') return '+00:00';
  if (upper.length !== 1) return Object.hasOwn(abbreviations, upper) ? abbreviations[upper] : undefined;
  const hours = 1 + (east.includes(upper) ? east.indexOf(upper) : west.indexOf(upper));
  return hours === 0 ? undefined : `${east.includes(upper) ? '+' : '-'}${String(hours).padStart(2, '0')}:00`;
}

function zoneInText(read: ReadDate, text: string, offset: string | undefined): boolean {
  if (read.zone !== undefined || offset === undefined) return false;
  read.zone = zoneNamed(offset);
  read.zoneText = text;
  return true;
}

/** Reads a zone where one has to be: `+02`, `+0200`, `GMT+02:00`, `CEST`, `Z`. @returns whether it is one */
export function takeZone(read: ReadDate, text: string): boolean {
  const [, sign, hours = '', minutes = '00'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text) ?? [];
  if (sign === undefined) return zoneInText(read, text, zoneAbbreviated(text));
  return zoneInText(read, text.slice(text.indexOf(sign)), `${sign}${hours.padStart(2, '0')}:${minutes}`);
}
