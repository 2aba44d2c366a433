import { requestFailed } from '../cloud-error';
import { extentsAt } from '../geo/stored';
import type { BsonDocument } from '../values/value';
import { arrayPlaces, indexKeys } from './index-keys';
import type { Collection, Index } from './schema';
import { addPlaces } from './spheres';
import type { Sqlite } from './sqlite';

/** What indexes hold: for every key of a document the row that it stands in. To be changed within a transaction. */
export function indexEntriesOf(sqlite: Sqlite) {
  const addEntry = (index: Index, key: Buffer, row: number): void => {
    sqlite.run('INSERT OR IGNORE INTO entry ("index", key, row) VALUES (?, ?, ?)', index.id, key, row);
  };

  /** @param bits one for each place of the compound key at which there is an array somewhere */
  const markMultikey = (index: Index, bits: number): void => {
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

  /** @param document what the keys were made of: with several keys there is an array in it */
  const add = (index: Index, keys: readonly Buffer[], row: number, document: BsonDocument | undefined): void => {
    if (keys.length > 1 && document !== undefined)
      markMultikey(
        index,
        arrayPlaces(document, index.keys).reduce((all, place) => all | (1 << place), 0),
      );
    for (const key of keys) addEntry(index, key, row);
  };

  const remove = (index: Index, keys: readonly Buffer[], row: number): void => {
    for (const key of keys)
      sqlite.run('DELETE FROM entry WHERE "index" = ? AND key = ? AND row = ?', index.id, key, row);
  };

  /** A document that was stored before its index. Throws where a unique one has its key already. */
  const file = (collection: Collection, index: Index, row: number, document: BsonDocument): void => {
    const keys = indexKeys(document, index.keys);
    if (index.unique && keys.some((key) => ownerRow(index, key) !== undefined))
      throw duplicateKey(collection, index.name);
    add(index, keys, row, document);
    for (const sphere of index.spheres) addPlaces(sqlite, sphere, row, extentsAt(document, sphere.field));
  };

  return { markMultikey, ownerRow, add, remove, file };
}

/** The sentence MongoDB says, which functions look for. The key itself is left out: it may be personal data. */
export function duplicateKey(collection: Collection, index: string): Error {
  return requestFailed(`E11000 duplicate key error collection: ${collection.name} index: ${index} dup key`);
}
