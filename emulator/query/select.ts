import { sortKey } from '../store/index-keys';
import type { Collection } from '../store/schema';
import type { Page, Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import type { Condition } from './condition';
import { matches } from './matches';
import type { Access, ByteRange, IndexAccess, Order } from './plan';
import { idIndex } from './plan';

export type Selection = {
  readonly condition: Condition;
  readonly order: Order;
  readonly offset: number;
  readonly limit: number;
};

/** The rows that a query answers, in its order, reading no further than it must. */
export function select(store: Store, collection: Collection, access: Access, wanted: Selection): readonly StoredRow[] {
  return isStream(access, wanted.order)
    ? firstMatches(rowsInOrder(store, collection, access), access, wanted)
    : sortedMatches(store, collection, access, wanted);
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

function isStream(access: Access, order: Order): access is Exclude<Access, { via: 'union' }> {
  if (access.via === 'everything') return order.length === 0;
  return access.via === 'index' && access.ranges.length === 1 && (order.length === 0 || access.ordered);
}

function* rowsInOrder(
  store: Store,
  collection: Collection,
  access: Exclude<Access, { via: 'union' }>,
): Generator<StoredRow> {
  if (access.via === 'everything') yield* inBatches((page) => store.natural(collection, page));
  else for (const range of access.ranges) yield* rowsOfRange(store, collection, access, range);
}

function rowsOfRange(
  store: Store,
  collection: Collection,
  access: IndexAccess,
  range: ByteRange,
): Generator<StoredRow> {
  const scan = { ...range, backwards: access.backwards };
  return inBatches((page) =>
    access.index === idIndex ? store.scanIds(collection, scan, page) : store.scanIndex(access.index, scan, page),
  );
}

// Small first, since most queries want a page; larger each time, since the others want everything.
function* inBatches(read: (page: Page) => readonly StoredRow[]): Generator<StoredRow> {
  let offset = 0;
  for (let limit = 32; ; limit *= 4) {
    const rows = read({ limit, offset });
    yield* rows;
    if (rows.length < limit) return;
    offset += rows.length;
  }
}

function firstMatches(rows: Iterable<StoredRow>, access: Access, wanted: Selection): readonly StoredRow[] {
  const isExact = access.via === 'index' && access.exact;
  const seen = new Set<number>();
  const found: StoredRow[] = [];
  let toSkip = wanted.offset;
  if (wanted.limit <= 0) return found;
  for (const row of rows) {
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

function sortedMatches(store: Store, collection: Collection, access: Access, wanted: Selection): readonly StoredRow[] {
  const { order, offset, limit } = wanted;
  const end = offset + limit;
  const parts = access.via === 'union' ? access.parts : [access];
  const found = new Map<number, StoredRow>();
  for (const part of parts) {
    const ranges =
      part.via === 'index'
        ? part.ranges.map((range) => rowsOfRange(store, collection, part, range))
        : [rowsInOrder(store, collection, part)];
    const isOrdered = access.via !== 'union' && part.via === 'index' && (part.ordered || order.length === 0);
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
