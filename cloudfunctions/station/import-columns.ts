import type { ImportColumn, RowProblem } from '../../types/station-import';
import { categories, features } from '../../types/station-kind';
import type { StationForm } from '../../types/station-form';
import { isRealDay } from '../../types/time';
import { parseHours } from './hours-text';
import { listOf, readList } from './import-cells';
import { readFacility } from './import-facilities';

/** How a cell becomes a field of the form. */
export type Meaning = {
  readonly field: keyof StationForm;
  /** Undefined where the text makes no sense. */
  readonly read: (text: string) => unknown;
  /** What an empty cell says; undefined where it may not be empty. */
  readonly empty: unknown;
  readonly problem: RowProblem['problem'];
};

const text = (field: keyof StationForm): Meaning => ({
  field,
  read: (cell) => cell,
  empty: undefined,
  problem: 'format',
});

/** Columns that are a field of their own. */
export const meanings: Readonly<Partial<Record<ImportColumn, Meaning>>> = {
  name: text('name'),
  city: text('city'),
  district: text('district'),
  street: text('street'),
  address: text('address'),
  tier: { field: 'tier', read: readNumber, empty: null, problem: 'unknown-choice' },
  category: {
    field: 'category',
    read: (cell) => choice(categories, cell),
    empty: undefined,
    problem: 'unknown-choice',
  },
  sign_no: { field: 'signNo', read: readSign, empty: null, problem: 'number' },
  features: {
    field: 'features',
    read: (cell) => listOf(readList(cell), (one) => choice(features, one)),
    empty: [],
    problem: 'unknown-choice',
  },
  phone: {
    field: 'phone',
    read: (cell) => cell.replace(/^\+86[ -]?/, '').replace(/ /g, '-'),
    empty: null,
    problem: 'format',
  },
  area_m2: { field: 'areaM2', read: readNumber, empty: null, problem: 'number' },
  opened_on: { field: 'openedOn', read: readDate, empty: null, problem: 'date' },
  hours: {
    field: 'opening',
    read: readHours,
    empty: { sessions: [], onHolidays: 'as-usual', holidaySessions: [] },
    problem: 'hours-unreadable',
  },
  facilities: {
    field: 'facilities',
    read: (cell) => listOf(readList(cell), (one) => readFacility(one) ?? undefined),
    empty: [],
    problem: 'unknown-choice',
  },
  services: { field: 'services', read: readList, empty: [], problem: 'too-long' },
  water_quota: { field: 'waterQuota', read: readNumber, empty: null, problem: 'number' },
};

export function readNumber(cell: string): number | undefined {
  const plain = cell.normalize('NFKC');
  return /^[+-]?\d{1,9}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined;
}

/** `2025`, `2025-08`, `2025-8-1`, `2025/8/1`, `2025年8月1日`: as precise as it was written. */
export function readDate(cell: string): string | undefined {
  const [, year, month, day] = date.exec(cell.normalize('NFKC')) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  const whole = [...parts, '01', '01'].slice(0, 3).join('-');
  return isRealDay(whole) ? parts.join('-') : undefined;
}
const date = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?$/;

function readSign(cell: string): string | undefined {
  const [, digits] = /^(?:no\.?)?\s*0*(\d{1,6})$/i.exec(cell.normalize('NFKC')) ?? [];
  return digits;
}

function readHours(cell: string): unknown {
  const read = parseHours(cell);
  return read.ok ? read.value : undefined;
}

/** By code or by Chinese name. */
const choice = (all: readonly { readonly code: string; readonly name: string }[], cell: string): string | undefined =>
  all.find(({ code, name }) => code === cell || name === cell)?.code;
