import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { ImportColumn, RowProblem } from '../../types/station-import';
import { guarded, startsFormula } from '../runtime/formula-cell';

/** What a wrong encoding leaves, and characters that no keyboard types: they hide or turn what is read. */
const unreadable = /[\uFFFD\p{Cc}\u202A-\u202E\u2066-\u2069\p{Cs}\p{Co}]/u;

const numberColumns: readonly ImportColumn[] = [
  'tier',
  'sign_no',
  'lng',
  'lat',
  'area_m2',
  'swap_slots',
  'water_quota',
];
const plainNumber = /^[+-]\d+(\.\d+)?$/;
const phoneAbroad = /^\+\d[\d -]{4,20}$/;

/** The text of a cell as it was meant, or why it is not taken: a table comes from anybody's machine. */
export function readCell(
  column: ImportColumn,
  raw: string,
): Result<string, Extract<RowProblem['problem'], 'formula' | 'unreadable-text'>> {
  const text = raw.replace(/^\uFEFF/, '');
  const trimmed = text.trim();
  if (guarded.test(text)) return readable(text.slice(1).trim());
  const isPlain =
    (numberColumns.includes(column) && plainNumber.test(trimmed)) || (column === 'phone' && phoneAbroad.test(trimmed));
  if ((startsFormula.test(text) || startsFormula.test(trimmed)) && !isPlain) return refuse('formula');
  // A table of hours may stand on several lines of its cell.
  return readable(column === 'hours' ? trimmed.replace(/\s*[\r\n]+\s*/g, '；') : trimmed);
}

const readable = (text: string): Result<string, 'unreadable-text'> =>
  unreadable.test(text) ? refuse('unreadable-text') : agree(text);

/** Texts as one cell, parted by `|`. */
export const listCell = (all: readonly string[]): string => all.map((one) => one.replace(/[\\|｜]/g, '\\$&')).join('|');

/** A backslash keeps the character after it from parting anything. */
export const readList = (cell: string): string[] =>
  (cell.match(/(?:\\.|[^|｜])+/gu) ?? []).map((one) => one.replace(/\\(.)/gu, '$1').trim()).filter((one) => one !== '');

/** Each of a list read; undefined when one of them makes no sense. */
export function listOf<Value>(all: readonly string[], read: (one: string) => Value | undefined): Value[] | undefined {
  const values = all.flatMap((one) => read(one) ?? []);
  return values.length === all.length ? values : undefined;
}
