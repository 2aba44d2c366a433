import type { Collection } from '../store/schema';
import type { Store } from '../store/store';
import type { IndexAccess } from './plan';
import type { AreaAccess } from './plan-places';
import type { SpotsAccess } from './rows-by-place';
import { spotsOfArea } from './rows-by-place';

// So few documents are read in no time, whichever way they are found.
const FEW = 20;

/** Looks an area up, unless another index would have less to read. */
export function settleArea(store: Store, collection: Collection, access: AreaAccess): IndexAccess | SpotsAccess {
  const { instead } = access;
  if (instead !== undefined && entriesUpTo(store, collection, instead, FEW) < FEW) return instead;
  const spots = spotsOfArea(store, access);
  const most = spots.length;
  if (instead !== undefined && most > FEW && entriesUpTo(store, collection, instead, most) < most) return instead;
  return { via: 'spots', spots };
}

function entriesUpTo(store: Store, collection: Collection, { index, ranges }: IndexAccess, most: number): number {
  let entries = 0;
  for (const range of ranges) {
    entries += store.countIn(collection, index, range, most);
    if (entries >= most) return most;
  }
  return entries;
}
