import { sortKey } from '../store/index-keys';
import type { Collection } from '../store/schema';
import type { Page, ScannedRow, Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import type { Condition } from './condition';
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
  const sources = access.via === 'union' ? access.parts : [access];
  const settled = sources.map((source) => (source.via === 'area' ? settleArea(store, collection, source) : source));
  const [only] = settled;
  const near = access.via === 'near' || selection.order.length > 0 ? undefined : nearOf(selection.condition);
  if (near !== undefined) {
    const all = sortedMatches(store, collection, settled, { ...wanted, offset: 0, limit: Infinity });
    return sortByDistance(all, near).slice(selection.offset, selection.offset + selection.limit);
  }
  return only !== undefined && settled.length === 1 && access.via !== 'union' && isStream(only, wanted.order)
    ? firstMatches(rowsInOrder(store, collection, only), only, wanted)
    : sortedMatches(store, collection, settled, wanted);
}

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

function isStream(source: Source, order: Order): boolean {
  if (source.via !== 'index') return order.length === 0;
  return source.ranges.length === 1 && (order.length === 0 || source.ordered);
}

function* rowsInOrder(store: Store, collection: Collection, source: Source): Generator<StoredRow> {
  if (source.via === 'everything') yield* inBatches<StoredRow>((page) => store.rowsAfter(collection, page));
  else if (source.via === 'near') yield* rowsByDistance(store, source);
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
  return inBatches<ScannedRow>((page) =>
    access.index === idIndex ? store.scanIds(collection, scan, page) : store.scanIndex(access.index, scan, page),
  );
}

/** So many rows of a scan are in memory at once, at most. */
const MOST_IN_BATCH = 2048;

// Small first, since most queries want a page; larger each time, since the others want everything.
function* inBatches<Row extends StoredRow>(read: (page: Page<Row>) => readonly Row[]): Generator<StoredRow> {
  let after: Row | undefined;
  for (let limit = 32; ; limit = Math.min(limit * 4, MOST_IN_BATCH)) {
    const rows = read({ limit, after });
    yield* rows;
    if (rows.length < limit) return;
    after = rows[rows.length - 1];
  }
}

type Wanted = Selection & { readonly tally: Tally };

function firstMatches(rows: Iterable<StoredRow>, source: Source, wanted: Wanted): readonly StoredRow[] {
  const isExact = source.via === 'index' && source.exact;
  const seen = new Set<number>();
  const found: StoredRow[] = [];
  let toSkip = wanted.offset;
  if (wanted.limit <= 0) return found;
  for (const row of rows) {
    wanted.tally.examined += 1;
    if (seen.has(row.row) || (!isExact && !rowMatches(wanted.condition, row))) continue;
    seen.add(row.row);
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
  const found = new Map<number, StoredRow>();
  for (const part of parts) {
    const ranges =
      part.via === 'index'
        ? part.ranges.map((range) => rowsOfRange(store, collection, part, range))
        : [rowsInOrder(store, collection, part)];
    const isOrdered = parts.length === 1 && part.via === 'index' && (part.ordered || order.length === 0);
    for (const range of ranges) {
      const most = isOrdered ? end : Infinity;
      for (const row of firstMatches(range, part, { ...wanted, offset: 0, limit: most })) found.set(row.row, row);
      if (order.length === 0 && isOrdered && found.size >= end) break;
    }
  }
  const rows =
    order.length === 0
      ? [...found.values()]
      : sortRows(
          [...found.values()].sort((left, right) => left.row - right.row),
          order,
        );
  return rows.slice(offset, end);
}
