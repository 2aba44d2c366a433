import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import { ConversionFailure } from './conversions-failure';
import { dateAt, zoneIn } from './dates-operand';
import type { ReadDate } from './dates-parse';
import { instantFrom, millisecondsOf, monthNamed, parseDate, takeZone, unreadable } from './dates-parse';
import type { Zone } from './dates-zone';
import { zoneNamed } from './dates-zone';
import type { Operator } from './expression';
import { namedArguments } from './named-arguments';
import { isNothing, shown } from './text-operand';

/** Texts as dates. */
export const datesFromText: Readonly<Record<string, Operator>> = {
  $dateFromString: (operand) => {
    const parts = namedArguments(
      operand,
      { required: ['dateString'], optional: ['format', 'timezone', 'onError', 'onNull'] },
      {
        notAnObject: (type) => `$dateFromString only supports an object as an argument, found: ${type}`,
        unknown: (name) => `Unrecognized argument to $dateFromString: ${name}`,
        missing: (name) => `Missing '${name}' parameter to $dateFromString`,
      },
    );
    return (scope) => {
      const text = parts.dateString(scope);
      const format = parts.format?.(scope);
      if (!isNothing(format) && typeof format !== 'string') {
        throw requestFailed(
          `$dateFromString requires that 'format' be a string, found: ${typeName(format)} with value ${shown(format)}`,
        );
      }
      if (typeof format === 'string') checkFormat(format);
      const zone = zoneIn(parts.timezone, scope);
      if (isNothing(text)) return parts.onNull === undefined ? null : parts.onNull(scope);
      const named = parts.timezone === undefined ? undefined : zone;
      try {
        if (typeof text !== 'string') {
          throw new ConversionFailure(
            `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)} with value ${shown(text)}`,
          );
        }
        if (zone === undefined || (parts.format !== undefined && isNothing(format))) return null;
        return dateAt(typeof format === 'string' ? parseByFormat(text, format, named) : parseDate(text, named));
      } catch (error) {
        if (parts.onError === undefined || !(error instanceof ConversionFailure)) throw error;
        return parts.onError(scope);
      }
    };
  },
};

type Reader = { readonly form: RegExp; readonly take: (read: ReadDate, text: string) => void };

const numbered = (form: RegExp, name: Exclude<keyof ReadDate, 'zone' | 'zoneText'>): Reader => ({
  form,
  take: (read, text) => {
    read[name] = Number(text);
  },
});

const TWO = /^\d{1,2}/;

const specifiers: Readonly<Record<string, Reader>> = {
  '%': { form: /^%/, take: () => undefined },
  Y: numbered(/^\d{4}/, 'year'),
  m: numbered(TWO, 'month'),
  d: numbered(TWO, 'day'),
  H: numbered(TWO, 'hour'),
  M: numbered(TWO, 'minute'),
  S: numbered(TWO, 'second'),
  j: numbered(/^\d{1,3}/, 'dayOfYear'),
  G: numbered(/^\d{1,4}/, 'isoYear'),
  V: numbered(TWO, 'isoWeek'),
  u: numbered(/^[1-7]/, 'isoDay'),
  L: {
    form: /^\d{1,3}/,
    take: (read, text) => {
      read.millisecond = millisecondsOf(text);
    },
  },
  b: monthByName(/^[A-Za-z]{3}/),
  B: monthByName(/^[A-Za-z]+/),
  z: {
    form: /^[\s(]*(?:(?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]+)\)?/,
    take: (read, text) => {
      if (takeZone(read, text.replace(/[\s()]/g, ''))) return;
      throw unreadable(text, 0, 'The timezone could not be found in the database', text[0] ?? '');
    },
  },
  Z: {
    form: /^[+-]\d+/,
    take: (read, text) => {
      const minutes = Math.abs(Number(text));
      const two = (number: number): string => String(Math.trunc(number)).padStart(2, '0');
      read.zone = zoneNamed(`${text[0] ?? '+'}${two(minutes / 60)}:${two(minutes % 60)}`);
      read.zoneText = text;
    },
  },
};

function monthByName(form: RegExp): Reader {
  return {
    form,
    take: (read, text) => {
      const month = monthNamed(text);
      if (month === undefined) throw unreadable(text, 0, 'A textual month could not be found', text[0] ?? '');
      read.month = month;
    },
  };
}

function checkFormat(format: string): void {
  for (const [, letter] of format.matchAll(/%([^]?)/g)) {
    if (letter === undefined || letter === '') throw requestFailed("Unmatched '%' at end of format string");
    if (!Object.hasOwn(specifiers, letter)) {
      throw requestFailed(`Invalid format character '%${letter}' in format string`);
    }
  }
}

function parseByFormat(text: string, format: string, zone: Zone | undefined): number {
  const read: ReadDate = {};
  let at = 0;
  for (const [token] of format.matchAll(/%[^]|[^%]/g)) {
    const reader = token.length === 2 ? specifiers[token[1] ?? ''] : undefined;
    const [found] = reader?.form.exec(text.slice(at)) ?? (text[at] === token ? [token] : []);
    if (found === undefined) {
      const why = at < text.length ? 'Format literal not found' : 'Data missing';
      throw unreadable(text, at, why, text[at] ?? '');
    }
    reader?.take(read, found);
    at += found.length;
  }
  if (at < text.length) throw unreadable(text, at, 'Trailing data', text[at] ?? '');
  return instantFrom(text, read, zone);
}
