import { CloudError } from '../cloud-error';
import type { Collection, Index } from '../store/schema';
import type { Store } from '../store/store';
import { duplicateKey } from '../store/index-entries';
import { storedText } from '../store/stored-text';
import { parseStored } from '../values/ejson';
import type { Change } from './changes';
import { documentName, filingsOf, idOf, keysOf, namesTouched, writeInOrder, writeTogether } from './changes';
import type { Transaction, Transactions } from './transactions';

/**
 * Carries out changes: at once for a plain write, on commit for a transaction.
 *
 * A plain write that meets a transaction's claim waits for its end and then looks again, since what it found may
 * have changed. `prepare` may therefore run several times and must only read.
 */
export function writerOf(store: Store, transactions: Transactions) {
  // Nothing is claimed most of the time, and then no name is asked for.
  function* namesOf(changes: readonly Change[]): Generator<string> {
    for (const change of changes) yield* namesTouched(change);
  }

  const write = async (prepare: () => readonly Change[], transaction: Transaction | undefined): Promise<number> => {
    for (;;) {
      const changes = prepare();
      if (transaction !== undefined) return writeInside(transaction, changes);
      const owner = transactions.ownerAmong(namesOf(changes));
      if (owner === undefined) return writeNow(changes);
      await owner.ended;
    }
  };

  /** In order, each one for itself: a duplicate key stops the rest and leaves what came before, as in MongoDB. */
  const writeNow = (changes: readonly Change[]): number => {
    if (changes.length === 0) return 0;
    const owner = transactions.ownerAmong(namesOf(changes));
    if (owner !== undefined)
      throw new CloudError('DATABASE_REQUEST_FAILED', 'a transaction holds a document that is to be written');
    const done: Change[] = [];
    const failures: unknown[] = [];
    store.atomically(() => {
      for (const change of changes) {
        try {
          writeInOrder(store, change);
        } catch (error) {
          failures.push(error);
          return;
        }
        done.push(change);
      }
    });
    record(done);
    for (const failure of failures) throw failure;
    return done.length;
  };

  const writeInside = (transaction: Transaction, changes: readonly Change[]): number => {
    for (const change of changes) {
      transactions.claim(transaction, namesTouched(change));
      requireUniqueInside(transaction, change);
      const { collection, id, after } = change;
      transaction.written.set(documentName(collection, id), {
        collection,
        id,
        text: after === undefined ? undefined : storedText(after),
      });
    }
    return changes.length;
  };

  const requireUniqueInside = (transaction: Transaction, change: Change): void => {
    const { collection, id, before, after } = change;
    const filings = filingsOf(change);
    if (after === undefined) return;
    const name = documentName(collection, id);
    if (before === undefined && isThere(transaction, name, collection, id)) throw duplicateKey(collection, '_id_');
    for (const { index, next } of filings) {
      const isDuplicate = index.unique && next.some((key) => isTaken(transaction, collection, index, key, name));
      if (isDuplicate) throw duplicateKey(collection, index.name);
    }
  };

  const isThere = (transaction: Transaction, name: string, collection: Collection, id: Buffer): boolean => {
    const written = transaction.written.get(name);
    return written === undefined ? store.byId(collection, id) !== undefined : written.text !== undefined;
  };

  /** Whether a unique key belongs to another document, as this transaction will leave things. */
  const isTaken = (
    transaction: Transaction,
    collection: Collection,
    index: Index,
    key: Buffer,
    name: string,
  ): boolean => {
    for (const [other, { collection: its, text }] of transaction.written) {
      if (its.id !== collection.id || other === name || text === undefined) continue;
      if (keysOf(index, parseStored(text)).some((taken) => taken.equals(key))) return true;
    }
    const row = store.ownerRow(index, key);
    const owner = row === undefined ? undefined : store.byRow(row);
    if (owner === undefined) return false;
    const ownerName = documentName(collection, idOf(parseStored(owner.text)['_id']));
    return ownerName !== name && !transaction.written.has(ownerName);
  };

  const commit = (transaction: Transaction): void => {
    const changes = [...transaction.written.values()].flatMap(({ collection, id, text }): readonly Change[] => {
      const row = store.byId(collection, id);
      if (row === undefined && text === undefined) return [];
      const before = row === undefined ? undefined : { ...row, document: parseStored(row.text) };
      return [{ collection, id, before, after: text === undefined ? undefined : parseStored(text) }];
    });
    store.atomically(() => writeTogether(store, changes));
    transactions.close(transaction);
    record(changes);
  };

  const record = (changes: readonly Change[]): void => {
    transactions.recordCommit(() => ({
      replaced: changes.map(({ collection, id, before }) => ({
        collection,
        id,
        text: before?.text,
        name: documentName(collection, id),
      })),
      names: namesOf(changes),
    }));
  };

  const writeForGood = (changes: readonly Change[]): number => {
    const written = writeNow(changes);
    store.settleNow();
    return written;
  };

  return Object.assign(write, { now: writeForGood, commit });
}
