import { sortKey } from '../store/index-keys';
import type { Collection } from '../store/schema';
import type { Batch, Mark, Page, Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import type { Condition } from './condition';
import { firstInOrder } from './first-in-order';
import { matches } from './matches';
import { nearOf, sortByDistance } from './near-test';
import type { Access, ByteRange, IndexAccess, Order } from './plan';
import { idIndex } from './plan';
import { settleArea } from './settle-area';
import type { SpotsAccess } from './rows-by-place';
import { rowsByDistance, rowsOfSpots } from './rows-by-place';

export type Selection = {
  readonly condition: Condition;
  readonly order: Order;
  readonly offset: number;
  readonly limit: number;
};

/** Counts the documents that a query looks at. */
export type Tally = { examined: number };

/** The rows that a query answers, in its order, reading no further than it must. */
export function select(
  store: Store,
  collection: Collection,
  access: Access,
  selection: Selection,
  tally: Tally,
): readonly StoredRow[] {
  const wanted = { ...selection, tally };
  const settled = settledSources(store, collection, access);
  const [only] = settled;
  const near = access.via === 'near' || selection.order.length > 0 ? undefined : nearOf(selection.condition);
  if (near !== undefined) {
    const all = sortedMatches(store, collection, settled, { ...wanted, offset: 0, limit: Infinity });
    return sortByDistance(all, near).slice(selection.offset, selection.offset + selection.limit);
  }
  return only !== undefined && settled.length === 1 && access.via !== 'union' && isStream(only, wanted.order)
    ? firstMatches(rowsInOrder(store, collection, only, wanted.offset + wanted.limit), only, wanted)
    : sortedMatches(store, collection, settled, wanted);
}

/** How many documents a query would answer, without having them in memory. */
export function countMatches(
  store: Store,
  collection: Collection,
  access: Access,
  selection: Selection,
  tally: Tally,
): number {
  if (access.via === 'index' && access.exact) {
    for (const range of access.ranges) tally.examined += store.countIn(collection, access.index, range, ALL);
    return tally.examined;
  }
  const seen = new Set<number>();
  const wanted = { ...selection, tally };
  for (const source of settledSources(store, collection, access)) {
    const rows = distinctMatches(rowsInOrder(store, collection, source), source, wanted);
    for (const { row } of rows) seen.add(row);
  }
  return seen.size;
}

/** SQLite's word for no limit. */
const ALL = -1;

/** Sorts rows by a query's order; equal ones keep the order in which they came. */
export function sortRows<Row extends { readonly text: string }>(rows: readonly Row[], order: Order): readonly Row[] {
  if (order.length === 0) return rows;
  return rows
    .map((row) => ({ row, key: sortKey(parseStored(row.text), order) }))
    .sort((left, right) => Buffer.compare(left.key, right.key))
    .map(({ row }) => row);
}

export function rowMatches(condition: Condition, row: { readonly text: string }): boolean {
  return matches(condition, parseStored(row.text));
}

/** One way to documents, ready to be read. */
type Source = Exclude<Access, { via: 'union' | 'area' }> | SpotsAccess;

function settledSources(store: Store, collection: Collection, access: Access): readonly Source[] {
  const sources = access.via === 'union' ? access.parts : [access];
  return sources.map((source) => (source.via === 'area' ? settleArea(store, collection, source) : source));
}

function isStream(source: Source, order: Order): boolean {
  if (source.via !== 'index') return order.length === 0;
  return source.ranges.length === 1 && (order.length === 0 || source.ordered);
}

function* rowsInOrder(store: Store, collection: Collection, source: Source, end = Infinity): Generator<StoredRow> {
  if (source.via === 'everything') yield* inBatches<StoredRow>((page) => naturalBatch(store, collection, page));
  else if (source.via === 'near') yield* rowsByDistance(store, source, end);
  else if (source.via === 'spots') yield* rowsOfSpots(store, source.spots);
  else for (const range of source.ranges) yield* rowsOfRange(store, collection, source, range);
}

function rowsOfRange(
  store: Store,
  collection: Collection,
  access: IndexAccess,
  range: ByteRange,
): Generator<StoredRow> {
  const scan = { ...range, backwards: access.backwards };
  // One given id leads to one document.
  if (access.index === idIndex && access.exact && access.equalities === 1) return rowById(store, collection, range);
  return inBatches<Mark>((page) =>
    access.index === idIndex ? store.scanIds(collection, scan, page) : store.scanIndex(access.index, scan, page),
  );
}

function* rowById(store: Store, collection: Collection, { low }: ByteRange): Generator<StoredRow> {
  const row = store.byId(collection, low);
  if (row !== undefined) yield row;
}

/** So many rows of a scan are in memory at once, at most. */
const MOST_IN_BATCH = 2048;

// Small first, since most queries want a page; larger each time, since the others want everything.
function* inBatches<Last>(read: (page: Page<Last>) => Batch<Last>): Generator<StoredRow> {
  let after: Last | undefined;
  for (let limit = 32; ; limit = Math.min(limit * 4, MOST_IN_BATCH)) {
    const { rows, last } = read({ limit, after });
    yield* rows;
    if (rows.length < limit) return;
    after = last;
  }
}

function naturalBatch(store: Store, collection: Collection, page: Page<StoredRow>): Batch<StoredRow> {
  const rows = store.rowsAfter(collection, page);
  return { rows, last: rows[rows.length - 1] };
}

type Wanted = Selection & { readonly tally: Tally };

/** Rows that match, each once however often an index has it. */
function* distinctMatches(
  rows: Iterable<StoredRow>,
  source: Source,
  { condition, tally }: Wanted,
): Generator<StoredRow> {
  const isExact = (source.via === 'index' || source.via === 'near') && source.exact;
  const seen = new Set<number>();
  for (const row of rows) {
    tally.examined += 1;
    if (seen.has(row.row) || (!isExact && !rowMatches(condition, row))) continue;
    seen.add(row.row);
    yield row;
  }
}

function firstMatches(rows: Iterable<StoredRow>, source: Source, wanted: Wanted): readonly StoredRow[] {
  const found: StoredRow[] = [];
  let toSkip = wanted.offset;
  if (wanted.limit <= 0) return found;
  for (const row of distinctMatches(rows, source, wanted)) {
    if (toSkip > 0) {
      toSkip -= 1;
      continue;
    }
    found.push(row);
    if (found.length >= wanted.limit) return found;
  }
  return found;
}

function sortedMatches(
  store: Store,
  collection: Collection,
  parts: readonly Source[],
  wanted: Wanted,
): readonly StoredRow[] {
  const { order, offset, limit } = wanted;
  const end = offset + limit;
  const seen = new Set<number>();
  const unsorted: StoredRow[] = [];
  const sorted = firstInOrder(order, end);
  const keep = (row: StoredRow): void => {
    if (seen.has(row.row)) return;
    seen.add(row.row);
    if (order.length === 0) unsorted.push(row);
    else sorted.add(row);
  };
  for (const part of parts) {
    const ranges =
      part.via === 'index'
        ? part.ranges.map((range) => rowsOfRange(store, collection, part, range))
        : [rowsInOrder(store, collection, part)];
    const isOrdered = parts.length === 1 && part.via === 'index' && (part.ordered || order.length === 0);
    for (const range of ranges) {
      for (const row of first(isOrdered ? end : Infinity, distinctMatches(range, part, wanted))) keep(row);
      if (order.length === 0 && isOrdered && seen.size >= end) break;
    }
  }
  return (order.length === 0 ? unsorted : sorted.rows()).slice(offset, end);
}

function* first<Item>(most: number, items: Iterable<Item>): Generator<Item> {
  if (most <= 0) return;
  let left = most;
  for (const item of items) {
    yield item;
    left -= 1;
    if (left <= 0) return;
  }
}
