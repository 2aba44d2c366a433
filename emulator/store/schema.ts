import type { CollectionDefinition, IndexDefinition, IndexDirection } from '../options';
import { markFile } from './closing-sum';
import type { Sphere } from './spheres';
import { dropSpheres, makeSpheres, spheresOf } from './spheres';
import type { Sqlite } from './sqlite';

export type Index = {
  readonly id: number;
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: IndexDirection])[];
  readonly unique: boolean;
  /**
   * Fields in which some document holds several values, one bit each, the first field the lowest. A document has
   * several entries here as soon as one bit is set: one entry cannot stand for the whole document any more.
   */
  multikey: number;
  readonly spheres: readonly Sphere[];
};

export type Collection = {
  readonly id: number;
  readonly name: string;
  readonly indexes: readonly Index[];
};

const tables = `
  CREATE TABLE IF NOT EXISTS collection (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS document (
    row INTEGER PRIMARY KEY, collection INTEGER NOT NULL, id BLOB NOT NULL, text TEXT NOT NULL,
    UNIQUE (collection, id));
  CREATE INDEX IF NOT EXISTS document_of ON document (collection);
  CREATE TABLE IF NOT EXISTS "index" (
    id INTEGER PRIMARY KEY, collection INTEGER NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    multikey INTEGER NOT NULL DEFAULT 0, UNIQUE (collection, name));
  CREATE TABLE IF NOT EXISTS entry (
    "index" INTEGER NOT NULL, key BLOB NOT NULL, row INTEGER NOT NULL, PRIMARY KEY ("index", key, row)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS staged (collection INTEGER PRIMARY KEY);
`;

/** SQLite's own memory for pages; the system keeps the rest of the file in its own. KiB. Source: bench/growth.ts. */
const CACHE_KIB = 64 * 1024;

/** Pages that the write-ahead log gathers before they go to the file; it is seldom much longer than that. */
const LOG_PAGES = 4000;

/**
 * Makes the tables, or takes over those of an earlier run.
 *
 * NORMAL synchronous: SQLite writes commits in order and leaves it to the durable log to bring them to the disk.
 * The exclusive lock keeps a second emulator off the same file; its transactions would know nothing of ours.
 */
export function prepareTables(sqlite: Sqlite): void {
  sqlite.exec('PRAGMA locking_mode = EXCLUSIVE');
  sqlite.exec('PRAGMA journal_mode = WAL');
  sqlite.exec('PRAGMA synchronous = NORMAL');
  sqlite.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
  sqlite.exec(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
  sqlite.exec(`PRAGMA journal_size_limit = ${LOG_PAGES * 4096}`);
  sqlite.exec('BEGIN EXCLUSIVE');
  sqlite.exec(tables);
  sqlite.exec('COMMIT');
}

/**
 * Lets go of the file and leaves it in one piece, without a write-ahead log beside it.
 *
 * Closing alone would not: libsql keeps the file open, and locked, until its last prepared statement is collected.
 */
export function releaseFile(sqlite: Sqlite): void {
  sqlite.exec('PRAGMA journal_mode = DELETE');
  markFile(sqlite);
  sqlite.exec('PRAGMA locking_mode = NORMAL');
  sqlite.exec('SELECT 1 FROM collection');
}

/** Makes a collection known, or finds it. Nothing is ever dropped for being absent from today's table. */
export function ensureCollection(sqlite: Sqlite, name: string): number {
  sqlite.run('INSERT OR IGNORE INTO collection (name) VALUES (?)', name);
  const [row] = sqlite.all('SELECT id FROM collection WHERE name = ?', name);
  return Number(row?.['id']);
}

export function storedCollections(sqlite: Sqlite): readonly string[] {
  return sqlite.all('SELECT name FROM collection ORDER BY id').map((row) => String(row['name']));
}

/** What an earlier run knew of a collection that today's table does not name. */
export function storedDefinition(sqlite: Sqlite, name: string): CollectionDefinition {
  const indexes = sqlite
    .all('SELECT name, definition FROM "index" WHERE collection = ? ORDER BY id', ensureCollection(sqlite, name))
    .map((row): IndexDefinition => {
      const [keys, isUnique] = JSON.parse(String(row['definition'])) as [IndexDefinition['keys'], boolean];
      return { name: String(row['name']), keys, ...(isUnique ? { unique: true as const } : {}) };
    });
  return { name, indexes };
}

/**
 * Brings the stored indexes of a collection in line with its definition.
 *
 * @param isOutdated none of them can be kept: an earlier release has filed documents otherwise
 * @param fill called for each index that is new or has changed, after its old entries are gone
 */
export function reconcileIndexes(
  sqlite: Sqlite,
  definition: CollectionDefinition,
  isOutdated: boolean,
  fill: (collection: Collection, index: Index) => void,
): Collection {
  const collection = ensureCollection(sqlite, definition.name);
  const stored = new Map(
    sqlite
      .all('SELECT id, name, definition, multikey FROM "index" WHERE collection = ?', collection)
      .map((row) => [String(row['name']), row]),
  );
  const stale: Index[] = [];
  const indexes = definition.indexes.map((wanted) => {
    const row = stored.get(wanted.name);
    stored.delete(wanted.name);
    if (row !== undefined && !isOutdated && row['definition'] === textOf(wanted)) {
      return indexOf(Number(row['id']), wanted, Number(row['multikey']));
    }
    if (row !== undefined) dropIndex(sqlite, Number(row['id']));
    const { lastRow } = sqlite.run(
      'INSERT INTO "index" (collection, name, definition) VALUES (?, ?, ?)',
      collection,
      wanted.name,
      textOf(wanted),
    );
    const made = indexOf(lastRow, wanted, 0);
    makeSpheres(sqlite, made.spheres);
    stale.push(made);
    return made;
  });
  for (const row of stored.values()) dropIndex(sqlite, Number(row['id']));
  const result = { id: collection, name: definition.name, indexes };
  for (const index of stale) fill(result, index);
  return result;
}

/** Removes a collection with all that belongs to it. */
export function dropCollection(sqlite: Sqlite, id: number): void {
  for (const row of sqlite.all('SELECT id FROM "index" WHERE collection = ?', id)) dropIndex(sqlite, Number(row['id']));
  sqlite.run('DELETE FROM document WHERE collection = ?', id);
  sqlite.run('DELETE FROM collection WHERE id = ?', id);
  sqlite.run('DELETE FROM staged WHERE collection = ?', id);
}

export function dropIndex(sqlite: Sqlite, id: number): void {
  dropSpheres(sqlite, id);
  sqlite.run('DELETE FROM entry WHERE "index" = ?', id);
  sqlite.run('DELETE FROM "index" WHERE id = ?', id);
}

function indexOf(id: number, definition: IndexDefinition, multikey: number): Index {
  const { name, keys, unique = false } = definition;
  return { id, name, keys, unique, multikey, spheres: spheresOf(id, keys) };
}

function textOf(definition: IndexDefinition): string {
  return JSON.stringify([definition.keys, definition.unique === true]);
}
