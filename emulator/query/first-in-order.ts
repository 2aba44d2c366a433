import { sortKey } from '../store/index-keys';
import type { StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import type { Order } from './plan';

type Keyed = { readonly row: StoredRow; readonly key: Buffer };

/** Trimming now and then costs less than keeping the rows sorted. */
const SPARE = 1000;

/**
 * Keeps the first so many rows of an order, in whatever order they come, and lets go of the others: to sort a large
 * collection for a page of it takes no more memory than the page. Rows that are equal keep their natural order.
 */
export function firstInOrder(order: Order, most: number) {
  let kept: Keyed[] = [];
  const trim = (): void => {
    kept.sort((left, right) => Buffer.compare(left.key, right.key) || left.row.row - right.row.row);
    if (kept.length > most) kept = kept.slice(0, most);
  };
  return {
    add(row: StoredRow): void {
      kept.push({ row, key: sortKey(parseStored(row.text), order) });
      if (kept.length > 2 * most + SPARE) trim();
    },
    rows(): readonly StoredRow[] {
      trim();
      return kept.map(({ row }) => row);
    },
  };
}
