import { randomUUID } from 'node:crypto';
import type { CollectionDefinition } from '../options';
import type { DocumentCounts } from './document-counts';
import type { Collection, Index } from './schema';
import { dropCollection, dropIndex, reconcileIndexes } from './schema';
import type { Sqlite } from './sqlite';

/** What of a store its staging needs. `named` is the table of collections as everybody sees it. */
type Staged = {
  readonly named: Map<string, Collection>;
  readonly counts: DocumentCounts;
  readonly markMultikey: (index: Index, bits: number) => void;
  readonly refuseDuplicate: (collection: Collection, index: string) => Error;
};

/**
 * Collections that nobody sees yet, or any more: filled and emptied a part at a time, put in place in one step.
 *
 * Each is noted in the table `staged` as long as it is hidden; what a kill leaves of them is cleared at the next start.
 * All of it belongs inside `atomically`.
 */
export function stagingOf(sqlite: Sqlite, { named, counts, markMultikey, refuseDuplicate }: Staged) {
  const hide = (id: number): void => void sqlite.run('INSERT INTO staged (collection) VALUES (?)', id);
  const rename = (id: number, name: string): void =>
    void sqlite.run('UPDATE collection SET name = ? WHERE id = ?', name, id);

  return {
    /** A hidden collection, empty. It is called by the name that it will have. */
    stage(definition: CollectionDefinition): Collection {
      const made = reconcileIndexes(sqlite, { ...definition, name: hiddenName() }, false, () => undefined);
      hide(made.id);
      return { ...made, name: definition.name };
    },

    /** Shows a staged collection under its name, whatever its size. @returns the one it replaces, now hidden */
    unveil(staged: Collection): Collection | undefined {
      const replaced = named.get(staged.name);
      if (replaced !== undefined) {
        rename(replaced.id, hiddenName());
        hide(replaced.id);
      }
      rename(staged.id, staged.name);
      sqlite.run('DELETE FROM staged WHERE collection = ?', staged.id);
      named.set(staged.name, staged);
      return replaced;
    },

    /** Moves all of a staged collection into one with the same indexes. @throws E11000 where a key is taken there */
    merge(staged: Collection, into: Collection): void {
      requireFree(staged, into);
      const more = counts.of(staged);
      sqlite.run('UPDATE document SET collection = ? WHERE collection = ?', into.id, staged.id);
      for (const [at, index] of staged.indexes.entries()) {
        const its = into.indexes[at];
        if (its === undefined) continue;
        sqlite.run('UPDATE entry SET "index" = ? WHERE "index" = ?', its.id, index.id);
        if (index.multikey !== 0) markMultikey(its, index.multikey);
        for (const [place, { table }] of index.spheres.entries()) {
          const target = its.spheres[place];
          if (target !== undefined) sqlite.exec(`INSERT INTO ${target.table} SELECT * FROM ${table}`);
        }
      }
      counts.change(staged, -more);
      counts.change(into, more);
    },

    /** Removes so many documents and entries of a hidden collection. @returns whether it is gone */
    dropSome(collection: Collection, most: number): boolean {
      counts.forget(collection);
      return dropSome(sqlite, collection, most);
    },
  };

  function requireFree(staged: Collection, into: Collection): void {
    const sameId = `SELECT 1 FROM document s WHERE s.collection = ?
      AND EXISTS (SELECT 1 FROM document r WHERE r.collection = ? AND r.id = s.id) LIMIT 1`;
    if (sqlite.first(sameId, staged.id, into.id) !== undefined) throw refuseDuplicate(into, '_id_');
    const sameKey = `SELECT 1 FROM entry s WHERE s."index" = ?
      AND EXISTS (SELECT 1 FROM entry r WHERE r."index" = ? AND r.key = s.key) LIMIT 1`;
    for (const [at, index] of into.indexes.entries()) {
      const from = staged.indexes[at];
      if (!index.unique || from === undefined) continue;
      if (sqlite.first(sameKey, from.id, index.id) !== undefined) throw refuseDuplicate(into, index.name);
    }
  }
}

/** Clears what was hidden when an emulator was killed. */
export function clearStaged(sqlite: Sqlite): void {
  const left = sqlite.all('SELECT collection FROM staged').map((row) => Number(row['collection']));
  if (left.length === 0) return;
  sqlite.exec('BEGIN IMMEDIATE');
  for (const id of left) dropCollection(sqlite, id);
  sqlite.exec('COMMIT');
}

const hiddenName = (): string => `staged ${randomUUID()}`;

function dropSome(sqlite: Sqlite, { id, indexes }: Collection, most: number): boolean {
  for (const index of indexes) {
    const edge = sqlite.first(
      'SELECT key, row FROM entry WHERE "index" = ? ORDER BY key, row LIMIT 1 OFFSET ?',
      index.id,
      most,
    );
    if (edge !== undefined) {
      const [key, row] = [Buffer.from(edge['key'] as Uint8Array), Number(edge['row'])];
      sqlite.run('DELETE FROM entry WHERE "index" = ? AND (key, row) < (?, ?)', index.id, key, row);
      return false;
    }
    dropIndex(sqlite, index.id);
  }
  const edge = sqlite.first(
    'SELECT row FROM document INDEXED BY document_of WHERE collection = ? ORDER BY row LIMIT 1 OFFSET ?',
    id,
    most,
  );
  if (edge !== undefined) {
    sqlite.run('DELETE FROM document WHERE collection = ? AND row < ?', id, Number(edge['row']));
    return false;
  }
  dropCollection(sqlite, id);
  return true;
}
