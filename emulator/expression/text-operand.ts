import type { Timestamp } from 'bson';
import { Int32 } from 'bson';
import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDate, isDocument, isNumber, isObjectId, isSymbol, isTimestamp, toJsNumber } from '../values/value';
import { spend } from '../work';
import { numberText, shortNumberText } from './conversions-text';

/** Null and what is missing: to most operators they are the same nothing. */
export function isNothing(value: Value | undefined): value is null | undefined {
  return value === null || value === undefined;
}

/**
 * The text of a value for those few old operators that take nearly anything: `$toUpper`, `$toLower`, `$strcasecmp` and
 * `$substr`. Nothing is the empty text.
 */
export function textOf(value: Value | undefined): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumber(value)) return shortNumberText(value);
  if (isDate(value)) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (isSymbol(value)) return value.value;
  if (isTimestamp(value)) return timestampText(value);
  if (typeName(value) === 'javascript') return String((value as { readonly code: unknown }).code);
  throw requestFailed(`can't convert from BSON type ${typeName(value)} to String`);
}

// Its second as in `Jul 20 18:40:00`, in UTC, and its place among those of the same second.
function timestampText({ t, i }: Timestamp): string {
  const [, day, month, time] = /, 0?(\d+) (\w+) \d+ (\S+)/.exec(new Date(t * 1000).toUTCString()) ?? [];
  return `${month} ${day} ${time}:${i}`;
}

/** A value as MongoDB shows it inside an error: texts in quotes, numbers bare, documents with bare field names. */
export function shown(value: Value | undefined): string {
  spend(1);
  if (value === undefined) return 'MISSING';
  if (value === null) return 'null';
  if (typeof value === 'string') return `"${value}"`;
  if (typeof value === 'boolean') return String(value);
  if (isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (isDocument(value)) {
    const fields = Object.entries(value).map(([field, item]) => `${field}: ${shown(item)}`);
    return `{${fields.join(', ')}}`;
  }
  if (isObjectId(value)) return value.toHexString();
  if (isNumber(value)) return numberText(value);
  if (isTimestamp(value)) return `Timestamp(${value.t}, ${value.i})`;
  return isDate(value) ? textOf(value) : typeName(value);
}

/** A number as a 32-bit integer, whatever number type it came as; undefined if it is none. */
export function int32Of(value: Value | undefined): number | undefined {
  if (!isNumber(value)) return undefined;
  const number = toJsNumber(value);
  return number === (number | 0) ? number : undefined;
}

/** A text as its characters: an emoji is one, whatever JavaScript counts. */
export function characters(text: string): readonly string[] {
  return Array.from(text);
}

export function int(value: number): Int32 {
  return new Int32(value);
}
