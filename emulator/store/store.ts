import { existsSync } from 'node:fs';
import type { Box } from '../geo/box';
import type { Extent } from '../geo/stored';
import type { CollectionDefinition } from '../options';
import { parseStored } from '../values/ejson';
import { orderKey } from '../values/order';
import type { BsonDocument } from '../values/value';
import { forgetSum, isAsClosed, noteSum, requireSound } from './closing-sum';
import { documentCounts } from './document-counts';
import { openDurableLog } from './durable-log';
import type { StoredRow } from './scans';
import { everyRow, rowOf, rowsOf, scansOf } from './scans';
import { isOutdated, noteFormat } from './format';
import { duplicateKey, indexEntriesOf } from './index-entries';
import type { Collection } from './schema';
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
  const counts = documentCounts(sqlite);

  const entries = indexEntriesOf(sqlite);
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
      counts.committed();
      log.written();
      return result;
    } catch (error) {
      rollBack();
      counts.rolledBack();
      throw error;
    } finally {
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

  const declare = (definition: CollectionDefinition): void => {
    const collection = atomically(() =>
      reconcileIndexes(sqlite, definition, mustFileAnew, (made, index) => {
        for (const { row, text } of everyRow(sqlite, made)) entries.file(made, index, row, parseStored(text));
      }),
    );
    collections.set(definition.name, collection);
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

  return {
    driver: sqlite.driver,
    atomically,
    ownerRow: entries.ownerRow,
    addEntries: entries.add,
    removeEntries: entries.remove,
    ...scansOf(sqlite),
    ...stagingOf(sqlite, {
      named: collections,
      counts,
      markMultikey: entries.markMultikey,
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

    count: (collection: Collection): number => counts.of(collection),

    insert(collection: Collection, document: BsonDocument): number {
      const { lastRow } = sqlite.run(
        'INSERT INTO document (collection, id, text) VALUES (?, ?, ?)',
        collection.id,
        orderKey(document['_id']),
        storedText(document),
      );
      counts.change(collection, 1);
      return lastRow;
    },

    replace(row: number, document: BsonDocument): void {
      sqlite.run('UPDATE document SET text = ? WHERE row = ?', storedText(document), row);
    },

    remove(collection: Collection, row: number): void {
      sqlite.run('DELETE FROM document WHERE row = ?', row);
      counts.change(collection, -1);
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
          counts.forget(one);
        }
      });
    },

    close,
  };
}
