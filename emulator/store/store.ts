import { existsSync } from 'node:fs';
import { requestFailed } from '../cloud-error';
import type { Box } from '../geo/box';
import type { Place } from '../geo/position';
import { placesAt } from '../geo/stored';
import type { CollectionDefinition } from '../options';
import { parseStored, toEjson } from '../values/ejson';
import { orderKey } from '../values/order';
import type { BsonDocument } from '../values/value';
import { arrayPlace, indexKeys } from './index-keys';
import type { Collection, Index } from './schema';
import { prepareTables, reconcileIndexes, releaseFile, storedCollections, storedDefinition } from './schema';
import type { SqlRow } from './sqlite';
import { openSqlite } from './sqlite';
import type { Sphere, Spot } from './spheres';
import { addPlaces, removePlaces, spotsIn } from './spheres';

export type StoredRow = { readonly row: number; readonly text: string };

/** Where to look and how far: `index` undefined means the documents' own order, by `_id`. */
export type Scan = {
  readonly low: Buffer;
  readonly high: Buffer;
  readonly backwards: boolean;
};

export type Page = { readonly limit: number; readonly offset: number };

export type Store = ReturnType<typeof openStore>;

/** Documents and their index entries on SQLite: one writer, every call whole or not at all inside `atomically`. */
export function openStore(file: string, definitions: readonly CollectionDefinition[]) {
  const sqlite = openSqlite(file);
  const collections = new Map<string, Collection>();

  let isInside = false;

  /** Inside another one it is a part of that. */
  const atomically = <T>(act: () => T): T => {
    if (isInside) return act();
    sqlite.exec('BEGIN IMMEDIATE');
    isInside = true;
    try {
      const result = act();
      sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      sqlite.exec('ROLLBACK');
      throw error;
    } finally {
      isInside = false;
    }
  };

  const addEntry = (index: Index, key: Buffer, row: number): void => {
    sqlite.run('INSERT OR IGNORE INTO entry ("index", key, row) VALUES (?, ?, ?)', index.id, key, row);
  };

  const markMultikey = (index: Index, field: number): void => {
    const bit = 1 << field;
    index.multikey |= bit;
    // Written again even if known: the write that first said so may have been rolled back.
    sqlite.run('UPDATE "index" SET multikey = multikey | ? WHERE id = ? AND multikey & ? = 0', bit, index.id, bit);
  };

  const owner = (index: Index, key: Buffer): StoredRow | undefined =>
    rowsOf(
      sqlite.all(
        'SELECT d.row AS row, d.text AS text FROM entry e CROSS JOIN document d ON d.row = e.row WHERE e."index" = ? AND e.key = ? LIMIT 1',
        index.id,
        key,
      ),
    )[0];

  const declare = (definition: CollectionDefinition): void => {
    const collection = atomically(() =>
      reconcileIndexes(sqlite, definition, (made, index) => {
        for (const { row, text } of everything(made)) fileUnder(made, index, row, parseStored(text));
      }),
    );
    collections.set(definition.name, collection);
  };

  const fileUnder = (collection: Collection, index: Index, row: number, document: BsonDocument): void => {
    const keys = indexKeys(document, index.keys);
    if (keys.length > 1) markMultikey(index, arrayPlace(document, index.keys));
    for (const key of keys) {
      if (index.unique && owner(index, key) !== undefined) throw duplicateKey(collection, index.name);
      addEntry(index, key, row);
    }
    for (const sphere of index.spheres) addPlaces(sqlite, sphere, row, placesAt(document, sphere.field));
  };

  const everything = (collection: Collection): readonly StoredRow[] =>
    rowsOf(sqlite.all('SELECT row, text FROM document WHERE collection = ? ORDER BY row', collection.id));

  const close = (): void => {
    // A file that was deleted under us cannot be put in order any more, and need not be.
    if (existsSync(file)) releaseFile(sqlite);
    sqlite.close();
  };

  prepareTables(sqlite);
  try {
    for (const definition of definitions) declare(definition);
    for (const name of storedCollections(sqlite)) if (!collections.has(name)) declare(storedDefinition(sqlite, name));
  } catch (error) {
    close();
    throw error;
  }

  return {
    driver: sqlite.driver,
    atomically,
    owner,
    everything,
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
      return rowsOf(sqlite.all('SELECT row, text FROM document WHERE collection = ? AND id = ?', collection.id, id))[0];
    },

    byRow(row: number): StoredRow | undefined {
      return rowsOf(sqlite.all('SELECT row, text FROM document WHERE row = ?', row))[0];
    },

    natural(collection: Collection, page: Page): readonly StoredRow[] {
      return rowsOf(
        sqlite.all(
          'SELECT row, text FROM document WHERE collection = ? ORDER BY row LIMIT ? OFFSET ?',
          collection.id,
          page.limit,
          page.offset,
        ),
      );
    },

    scanIds(collection: Collection, { low, high, backwards }: Scan, page: Page): readonly StoredRow[] {
      const direction = backwards ? 'DESC' : 'ASC';
      return rowsOf(
        sqlite.all(
          `SELECT row, text FROM document WHERE collection = ? AND id >= ? AND id < ? ORDER BY id ${direction} LIMIT ? OFFSET ?`,
          collection.id,
          low,
          high,
          page.limit,
          page.offset,
        ),
      );
    },

    scanIndex(index: Index, { low, high, backwards }: Scan, page: Page): readonly StoredRow[] {
      const direction = backwards ? 'DESC' : 'ASC';
      return rowsOf(
        sqlite.all(
          `SELECT d.row AS row, d.text AS text FROM entry e CROSS JOIN document d ON d.row = e.row
           WHERE e."index" = ? AND e.key >= ? AND e.key < ? ORDER BY e.key ${direction}, e.row ${direction} LIMIT ? OFFSET ?`,
          index.id,
          low,
          high,
          page.limit,
          page.offset,
        ),
      );
    },

    /** How many entries of an index lie between two keys; counted no further than asked for. */
    countIn(collection: Collection, index: Index, { low, high }: Omit<Scan, 'backwards'>, most: number): number {
      const entries =
        index.id === 0
          ? 'document WHERE collection = ? AND id >= ? AND id < ?'
          : 'entry WHERE "index" = ? AND key >= ? AND key < ?';
      const owner = index.id === 0 ? collection.id : index.id;
      const [row] = sqlite.all(`SELECT count(*) AS n FROM (SELECT 1 FROM ${entries} LIMIT ?)`, owner, low, high, most);
      return Number(row?.['n']);
    },

    count(collection: Collection): number {
      return Number(sqlite.all('SELECT count(*) AS n FROM document WHERE collection = ?', collection.id)[0]?.['n']);
    },

    insert(collection: Collection, document: BsonDocument): number {
      const { lastRow } = sqlite.run(
        'INSERT INTO document (collection, id, text) VALUES (?, ?, ?)',
        collection.id,
        orderKey(document['_id']),
        toEjson(document),
      );
      return lastRow;
    },

    replace(row: number, document: BsonDocument): void {
      sqlite.run('UPDATE document SET text = ? WHERE row = ?', toEjson(document), row);
    },

    remove(row: number): void {
      sqlite.run('DELETE FROM document WHERE row = ?', row);
    },

    /** @param document what the keys were made of: with several keys one of its fields is an array */
    addEntries(index: Index, keys: readonly Buffer[], row: number, document: BsonDocument | undefined): void {
      if (keys.length > 1 && document !== undefined) markMultikey(index, arrayPlace(document, index.keys));
      for (const key of keys) addEntry(index, key, row);
    },

    removeEntries(index: Index, keys: readonly Buffer[], row: number): void {
      for (const key of keys)
        sqlite.run('DELETE FROM entry WHERE "index" = ? AND key = ? AND row = ?', index.id, key, row);
    },

    addPlaces: (sphere: Sphere, places: readonly Place[], row: number): void => addPlaces(sqlite, sphere, row, places),
    removePlaces: (sphere: Sphere, places: readonly Place[], row: number): void =>
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

function rowsOf(rows: readonly SqlRow[]): readonly StoredRow[] {
  return rows.map((row) => ({ row: Number(row['row']), text: String(row['text']) }));
}
