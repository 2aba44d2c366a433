import { existsSync } from 'node:fs';
import { requestFailed } from '../cloud-error';
import type { Box } from '../geo/box';
import type { Extent } from '../geo/stored';
import { extentsAt } from '../geo/stored';
import type { CollectionDefinition } from '../options';
import { parseStored } from '../values/ejson';
import { orderKey } from '../values/order';
import type { BsonDocument } from '../values/value';
import { forgetSum, isAsClosed, noteSum, requireSound } from './closing-sum';
import { openDurableLog } from './durable-log';
import type { StoredRow } from './scans';
import { everyRow, rowOf, rowsOf, scansOf } from './scans';
import { isOutdated, noteFormat } from './format';
import { arrayPlaces, indexKeys } from './index-keys';
import type { Collection, Index } from './schema';
import { prepareTables, reconcileIndexes, releaseFile, storedCollections, storedDefinition } from './schema';
import { openSqlite } from './sqlite';
import { clearStaged, stagingOf } from './staging';
import { lostWrites } from './store-failure';
import { storedText } from './stored-text';
import type { Sphere, Spot } from './spheres';
import { addPlaces, removePlaces, spotsIn } from './spheres';

export type { Batch, Mark, Page, StoredRow } from './scans';

export type Store = ReturnType<typeof openStore>;

/** Documents and their index entries on SQLite: one writer, every call whole or not at all inside `atomically`. */
export function openStore(file: string, definitions: readonly CollectionDefinition[]) {
  const isSound = isAsClosed(file);
  const sqlite = openSqlite(file);
  const collections = new Map<string, Collection>();
  /** How many documents a collection holds, once somebody has asked; `pending` is what the open commit changes. */
  const counts = new Map<number, number>();
  const pending = new Map<number, number>();

  let isInside = false;
  let isClosed = false;
  let mustFileAnew = false;

  /** Inside another one it is a part of that. */
  const atomically = <T>(act: () => T): T => {
    if (isInside) return act();
    sqlite.exec('BEGIN IMMEDIATE');
    isInside = true;
    try {
      const result = act();
      sqlite.exec('COMMIT');
      for (const [id, more] of pending) {
        const known = counts.get(id);
        if (known !== undefined) counts.set(id, known + more);
      }
      log.written();
      return result;
    } catch (error) {
      rollBack();
      counts.clear();
      throw error;
    } finally {
      pending.clear();
      isInside = false;
    }
  };

  const rollBack = (): void => {
    try {
      sqlite.exec('ROLLBACK');
    } catch (error) {
      // When the disk is full or fails SQLite has already done so, and the reason is the one to be told.
      if (!String(error).includes('no transaction is active')) throw error;
    }
  };

  const count = (collection: Collection, more: number): void => {
    pending.set(collection.id, (pending.get(collection.id) ?? 0) + more);
  };

  const addEntry = (index: Index, key: Buffer, row: number): void => {
    sqlite.run('INSERT OR IGNORE INTO entry ("index", key, row) VALUES (?, ?, ?)', index.id, key, row);
  };

  const markMultikey = (index: Index, places: readonly number[]): void =>
    markBits(
      index,
      places.reduce((all, place) => all | (1 << place), 0),
    );

  const markBits = (index: Index, bits: number): void => {
    index.multikey |= bits;
    // Written again even if known: the write that first said so may have been rolled back.
    sqlite.run(
      'UPDATE "index" SET multikey = multikey | ? WHERE id = ? AND multikey & ? <> ?',
      bits,
      index.id,
      bits,
      bits,
    );
  };

  /** The row of the document that an index files under a key. */
  const ownerRow = (index: Index, key: Buffer): number | undefined => {
    const found = sqlite.first('SELECT row FROM entry WHERE "index" = ? AND key = ? LIMIT 1', index.id, key);
    return found === undefined ? undefined : Number(found['row']);
  };

  const declare = (definition: CollectionDefinition): void => {
    const collection = atomically(() =>
      reconcileIndexes(sqlite, definition, mustFileAnew, (made, index) => {
        for (const { row, text } of everyRow(sqlite, made)) fileUnder(made, index, row, parseStored(text));
      }),
    );
    collections.set(definition.name, collection);
  };

  const fileUnder = (collection: Collection, index: Index, row: number, document: BsonDocument): void => {
    const keys = indexKeys(document, index.keys);
    if (keys.length > 1) markMultikey(index, arrayPlaces(document, index.keys));
    for (const key of keys) {
      if (index.unique && ownerRow(index, key) !== undefined) throw duplicateKey(collection, index.name);
      addEntry(index, key, row);
    }
    for (const sphere of index.spheres) addPlaces(sqlite, sphere, row, extentsAt(document, sphere.field));
  };

  const close = (): void => {
    isClosed = true;
    log.close();
    // A file that was deleted under us cannot be put in order any more, nor one that is damaged.
    const isSound = existsSync(file) && !sqlite.isGivenUp();
    if (isSound) releaseFile(sqlite);
    sqlite.close();
    if (isSound) noteSum(file);
  };

  try {
    mustFileAnew = isOutdated(sqlite, file);
    prepareTables(sqlite);
    if (!isSound) requireSound(sqlite, file);
    forgetSum(file);
    clearStaged(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const log = openDurableLog(file === ':memory:' ? undefined : `${file}-wal`, (reason) =>
    sqlite.giveUp(lostWrites(file, reason)),
  );
  try {
    for (const definition of definitions) declare(definition);
    for (const name of storedCollections(sqlite)) if (!collections.has(name)) declare(storedDefinition(sqlite, name));
    if (mustFileAnew) noteFormat(sqlite);
    mustFileAnew = false;
  } catch (error) {
    close();
    throw error;
  }

  const countOf = (collection: Collection): number => {
    const known = counts.get(collection.id);
    if (known !== undefined) return known + (pending.get(collection.id) ?? 0);
    const sql = 'SELECT count(*) AS n FROM document INDEXED BY document_of WHERE collection = ?';
    const counted = Number(sqlite.first(sql, collection.id)?.['n']);
    counts.set(collection.id, counted - (pending.get(collection.id) ?? 0));
    return counted;
  };

  return {
    driver: sqlite.driver,
    atomically,
    ownerRow,
    ...scansOf(sqlite),
    ...stagingOf(sqlite, {
      named: collections,
      changeCount: count,
      countOf,
      markMultikey: markBits,
      refuseDuplicate: duplicateKey,
    }),
    isOpen: (): boolean => !isClosed,
    settled: (): Promise<void> => log.settled(),
    settleNow: (): void => log.settleNow(),
    collection: (name: string): Collection | undefined => collections.get(name),
    collections: (): readonly Collection[] => [...collections.values()],
    addCollection: (name: string): void => declare({ name, indexes: [] }),
    declare,

    /** As `atomically`; collections that became known on the way are forgotten again when it throws. */
    attempt<T>(act: () => T): T {
      const known = [...collections];
      try {
        return atomically(act);
      } catch (error) {
        collections.clear();
        for (const [name, collection] of known) collections.set(name, collection);
        throw error;
      }
    },

    byId(collection: Collection, id: Buffer): StoredRow | undefined {
      return rowOf(sqlite.first('SELECT row, text FROM document WHERE collection = ? AND id = ?', collection.id, id));
    },

    byRow(row: number): StoredRow | undefined {
      return rowOf(sqlite.first('SELECT row, text FROM document WHERE row = ?', row));
    },

    /** Several at once, by row. */
    byRows(rows: readonly number[]): ReadonlyMap<number, StoredRow> {
      const sql =
        'SELECT d.row AS row, d.text AS text FROM json_each(?) wanted CROSS JOIN document d ON d.row = wanted.value';
      return new Map(rowsOf(sqlite.all(sql, JSON.stringify(rows))).map((found) => [found.row, found]));
    },

    count: countOf,

    insert(collection: Collection, document: BsonDocument): number {
      const { lastRow } = sqlite.run(
        'INSERT INTO document (collection, id, text) VALUES (?, ?, ?)',
        collection.id,
        orderKey(document['_id']),
        storedText(document),
      );
      count(collection, 1);
      return lastRow;
    },

    replace(row: number, document: BsonDocument): void {
      sqlite.run('UPDATE document SET text = ? WHERE row = ?', storedText(document), row);
    },

    remove(collection: Collection, row: number): void {
      sqlite.run('DELETE FROM document WHERE row = ?', row);
      count(collection, -1);
    },

    /** @param document what the keys were made of: with several keys there is an array in it */
    addEntries(index: Index, keys: readonly Buffer[], row: number, document: BsonDocument | undefined): void {
      if (keys.length > 1 && document !== undefined) markMultikey(index, arrayPlaces(document, index.keys));
      for (const key of keys) addEntry(index, key, row);
    },

    removeEntries(index: Index, keys: readonly Buffer[], row: number): void {
      for (const key of keys)
        sqlite.run('DELETE FROM entry WHERE "index" = ? AND key = ? AND row = ?', index.id, key, row);
    },

    addPlaces: (sphere: Sphere, places: readonly Extent[], row: number): void => addPlaces(sqlite, sphere, row, places),
    removePlaces: (sphere: Sphere, places: readonly Extent[], row: number): void =>
      removePlaces(sqlite, sphere, row, places.length),
    spotsIn: (sphere: Sphere, boxes: readonly Box[]): readonly Spot[] => spotsIn(sqlite, sphere, boxes),

    empty(collection?: Collection): void {
      atomically(() => {
        for (const one of collection === undefined ? collections.values() : [collection]) {
          for (const index of one.indexes) {
            sqlite.run('DELETE FROM entry WHERE "index" = ?', index.id);
            for (const { table } of index.spheres) sqlite.run(`DELETE FROM ${table}`);
          }
          sqlite.run('DELETE FROM document WHERE collection = ?', one.id);
          counts.delete(one.id);
        }
      });
    },

    close,
  };
}

/** The sentence MongoDB says, which functions look for. The key itself is left out: it may be personal data. */
export function duplicateKey(collection: Collection, index: string): Error {
  return requestFailed(`E11000 duplicate key error collection: ${collection.name} index: ${index} dup key`);
}
