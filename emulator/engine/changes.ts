import { calculateObjectSize } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Extent } from '../geo/stored';
import { extentsAt, sameExtents } from '../geo/stored';
import { indexKeys } from '../store/index-keys';
import type { Collection, Index } from '../store/schema';
import type { Sphere } from '../store/spheres';
import type { Store } from '../store/store';
import { duplicateKey } from '../store/index-entries';
import { storedText } from '../store/stored-text';
import { isDeeperThan } from '../values/depth';
import { orderKey } from '../values/order';
import type { BsonDocument, Value } from '../values/value';
import { ownField } from '../values/value';

/** One document written: `before` undefined for an insert, `after` undefined for a removal. */
export type Change = {
  readonly collection: Collection;
  readonly id: Buffer;
  readonly before: { readonly row: number; readonly document: BsonDocument; readonly text: string } | undefined;
  readonly after: BsonDocument | undefined;
};

const MOST_BYTES = 16 * 1024 * 1024;

/** MongoDB's limit for documents of users; a text that asks for one may go a little deeper. */
const MOST_DEPTH = 180;

export function documentName(collection: Collection, id: Buffer): string {
  return `d${collection.id}:${id.toString('latin1')}`;
}

function keyName(index: Index, key: Buffer): string {
  return `u${index.id}:${key.toString('latin1')}`;
}

export function idOf(id: Value | undefined): Buffer {
  return orderKey(id);
}

/** What a change touches: the document, and each unique key that it takes or gives up. */
export function namesTouched(change: Change): readonly string[] {
  const names = [documentName(change.collection, change.id)];
  for (const index of change.collection.indexes) {
    if (!index.unique || isUntouched(index, change)) continue;
    const taken = keysOf(index, change.after);
    const given = keysOf(index, change.before?.document);
    if (sameKeys(taken, given)) continue;
    names.push(...[...taken, ...given].map((key) => keyName(index, key)));
  }
  return names;
}

/** Whether an index cannot see a change: an update shares what it leaves alone with the document it began with. */
function isUntouched({ keys }: Index, { before, after }: Change): boolean {
  if (before === undefined || after === undefined) return false;
  return keys.every(([path]) => {
    const dot = path.indexOf('.');
    const field = dot < 0 ? path : path.slice(0, dot);
    return ownField(before.document, field) === ownField(after, field);
  });
}

export function keysOf(index: Index, document: BsonDocument | undefined): readonly Buffer[] {
  return document === undefined ? [] : indexKeys(document, index.keys);
}

export function sameKeys(left: readonly Buffer[], right: readonly Buffer[]): boolean {
  return left.length === right.length && left.every((key, at) => right[at]?.equals(key) === true);
}

export function requireStorable(document: BsonDocument): void {
  if (isDeeperThan(document, MOST_DEPTH)) {
    throw requestFailed(`Document exceeds maximum nested object depth: ${MOST_DEPTH}`);
  }
  // BSON is at most five times as long as the text, for an array of empty texts: most texts need no second look.
  if (storedText(document).length > MOST_BYTES / 8 && calculateObjectSize(document) > MOST_BYTES) {
    throw requestFailed('BSONObjectTooLarge: the document is larger than the maximum size of 16 MB');
  }
}

type Filing = {
  readonly index: Index;
  readonly old: readonly Buffer[];
  readonly next: readonly Buffer[];
  readonly moves: readonly Move[];
};

type Move = { readonly sphere: Sphere; readonly old: readonly Extent[]; readonly next: readonly Extent[] };

/** Where a change moves its document in each index. Fails where an index cannot file it, so ask before writing. */
export function filingsOf(change: Change): readonly Filing[] {
  const { collection, before, after } = change;
  return collection.indexes.flatMap((index) => {
    if (isUntouched(index, change)) return [];
    const [old, next] = [keysOf(index, before?.document), keysOf(index, after)];
    const moves = movesOf(index, before?.document, after);
    return sameKeys(old, next) && moves.length === 0 ? [] : [{ index, old, next, moves }];
  });
}

function movesOf(index: Index, before: BsonDocument | undefined, after: BsonDocument | undefined): readonly Move[] {
  return index.spheres.flatMap((sphere) => {
    const [old, next] = [extentsOf(sphere, before), extentsOf(sphere, after)];
    return sameExtents(old, next) ? [] : [{ sphere, old, next }];
  });
}

const extentsOf = ({ field }: Sphere, document: BsonDocument | undefined): readonly Extent[] =>
  document === undefined ? [] : extentsAt(document, field);

function unfile(store: Store, { index, old, moves }: Filing, row: number): void {
  store.removeEntries(index, old, row);
  for (const move of moves) store.removePlaces(move.sphere, move.old, row);
}

function file(store: Store, { index, next, moves }: Filing, row: number, document: BsonDocument | undefined): void {
  store.addEntries(index, next, row, document);
  for (const move of moves) store.addPlaces(move.sphere, move.next, row);
}

/** Writes one change inside the caller's SQLite transaction, or throws before it has written anything. */
export function writeInOrder(store: Store, change: Change): void {
  const filings = filingsOf(change);
  requireUnique(store, change, filings);
  const row = writeText(store, change);
  for (const filing of filings) {
    unfile(store, filing, row);
    file(store, filing, row, change.after);
  }
}

/** Writes the changes of a transaction, whose claims have already proved every key free, in whatever order. */
export function writeTogether(store: Store, changes: readonly Change[]): void {
  const filed = changes.map((change) => ({ change, filings: filingsOf(change) }));
  for (const { change, filings } of filed) {
    for (const filing of filings) unfile(store, filing, change.before?.row ?? 0);
  }
  for (const { change, filings } of filed) {
    requireUnique(store, change, filings);
    const row = writeText(store, change);
    for (const filing of filings) file(store, filing, row, change.after);
  }
}

function requireUnique(store: Store, { collection, id, before, after }: Change, filings: readonly Filing[]): void {
  if (after === undefined) return;
  if (before === undefined && store.byId(collection, id) !== undefined) throw duplicateKey(collection, '_id_');
  for (const { index, next } of filings) {
    if (!index.unique) continue;
    for (const key of next) {
      const owner = store.ownerRow(index, key);
      if (owner !== undefined && owner !== before?.row) throw duplicateKey(collection, index.name);
    }
  }
}

function writeText(store: Store, { collection, before, after }: Change): number {
  if (after === undefined) {
    if (before !== undefined) store.remove(collection, before.row);
    return before?.row ?? 0;
  }
  if (before === undefined) return store.insert(collection, after);
  store.replace(before.row, after);
  return before.row;
}
