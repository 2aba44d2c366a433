import { randomBytes } from 'node:crypto';
import { aggregate } from '../aggregate/aggregate';
import { CloudError, requestFailed } from '../cloud-error';
import type { Condition } from '../query/condition';
import { refuseNear } from '../query/near-test';
import { parseFilter } from '../query/parse-filter';
import type { Selection } from '../query/select';
import type { Collection } from '../store/schema';
import type { Store, StoredRow } from '../store/store';
import { storedText } from '../store/stored-text';
import { refuseOperatorFields } from '../update/apply-update';
import type { Update } from '../update/apply-update';
import { upsertSeed } from '../update/upsert';
import { parseStored } from '../values/ejson';
import { documentOf, fieldsOf } from '../values/fields';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isRegex, ownField } from '../values/value';
import type { Change } from './changes';
import { idOf, requireStorable } from './changes';
import { sourcesOf } from './sources';
import type { Transaction } from './transactions';
import { trackTransactions } from './transactions';
import type { ViewOptions } from './view';
import { viewOf } from './view';
import { writerOf } from './writer';

export type Modification = {
  readonly filter: BsonDocument;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
  /** A whole document takes another's place. The cloud counts it as updated even where nothing is different. */
  readonly replaces: boolean;
};

export type Modified = { readonly updated: number; readonly upsertId: Value | null; readonly document: string | null };

export type Engine = ReturnType<typeof createEngine>;

/** The database as its requests see it: find, count, insert, modify, remove, with or without a transaction. */
export function createEngine(
  store: Store,
  { transactionLifeMs, ...looks }: ViewOptions & { readonly transactionLifeMs: number },
) {
  const transactions = trackTransactions(transactionLifeMs);
  const view = viewOf(store, transactions, looks);
  const write = writerOf(store, transactions);
  const sources = sourcesOf(store, view, looks.isStrict);

  const collectionNamed = (name: string): Collection => {
    const collection = store.collection(name);
    if (collection === undefined)
      throw new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}`);
    return collection;
  };

  /** Whoever fails inside a transaction has ended it, as in MongoDB: nothing half-done can be committed after. */
  const inside = async <T>(
    transactionId: string | undefined,
    act: (transaction: Transaction | undefined) => T | Promise<T>,
  ): Promise<T> => {
    const transaction = transactionId === undefined ? undefined : transactions.enter(transactionId);
    try {
      return await act(transaction);
    } catch (error) {
      if (transaction !== undefined) transactions.close(transaction);
      throw error;
    }
  };

  const found = (
    collection: Collection,
    condition: Condition,
    multi: boolean,
    transaction: Transaction | undefined,
  ): readonly StoredRow[] =>
    view(collection, { condition, order: [], offset: 0, limit: multi ? Infinity : 1 }, transaction);

  return {
    find: (name: string, selection: Selection, transactionId?: string): Promise<readonly string[]> =>
      inside(transactionId, (transaction) =>
        view(collectionNamed(name), selection, transaction).map(({ text }) => text),
      ),

    count: (name: string, condition: Condition): Promise<number> =>
      inside(undefined, () => {
        const collection = collectionNamed(name);
        refuseNear(condition);
        return isUnfiltered(condition) ? store.count(collection) : view.count(collection, condition);
      }),

    /** Outside of any transaction: the SDK never puts it into one. */
    aggregate: (name: string, stages: readonly Value[], now: Date): Promise<readonly string[]> =>
      inside(undefined, () => aggregate(sources, collectionNamed(name).name, stages, now)),

    insert: (name: string, documents: readonly BsonDocument[], transactionId?: string): Promise<readonly Value[]> =>
      inside(transactionId, async (transaction) => {
        const collection = collectionNamed(name);
        const changes = documents.map((document) => insertion(collection, document));
        await write(() => changes, transaction);
        return changes.map(({ after }) => after?.['_id'] ?? null);
      }),

    modify: (name: string, modification: Modification, transactionId?: string): Promise<Modified> =>
      inside(transactionId, async (transaction) => {
        const collection = collectionNamed(name);
        const condition = parseFilter(modification.filter);
        let last: BsonDocument | undefined;
        let upserted: BsonDocument | undefined;
        const updated = await write(() => {
          const rows = found(collection, condition, modification.multi, transaction);
          upserted = rows.length === 0 && modification.upsert ? upsertion(condition, modification) : undefined;
          if (upserted !== undefined) return [insertion(collection, upserted)];
          return rows.flatMap((row) => {
            const change = modificationOf(collection, row, modification.update, condition);
            last = change.after;
            return change.before?.text === textOf(change.after) && !modification.replaces ? [] : [change];
          });
        }, transaction);
        if (upserted !== undefined)
          return { updated: 0, upsertId: upserted['_id'] ?? null, document: storedText(upserted) };
        return { updated, upsertId: null, document: last === undefined ? null : storedText(last) };
      }),

    remove: (name: string, filter: BsonDocument, multi: boolean, transactionId?: string): Promise<number> =>
      inside(transactionId, (transaction) => {
        const collection = collectionNamed(name);
        const condition = parseFilter(filter);
        return write(
          () => found(collection, condition, multi, transaction).map((row) => removal(collection, row)),
          transaction,
        );
      }),

    startTransaction: (): string => transactions.start(),
    commit: (transactionId: string): Promise<void> =>
      inside(transactionId, (transaction) => transaction && write.commit(transaction)),
    abort: (transactionId: string): void => transactions.close(transactions.enter(transactionId)),

    addCollection(name: string): void {
      if (store.collection(name) !== undefined) {
        throw new CloudError(
          'DATABASE_COLLECTION_ALREADY_EXIST',
          `[ResourceUnavailable.ResourceExist] Table exist: ${name}`,
        );
      }
      store.addCollection(name);
    },

    /** Resolves when everything written so far will survive loss of power. */
    settled: store.settled,
    collectionNamed,
    /** For seeding and assertions: beside the strict rule, and it will not wait for a transaction. */
    direct: {
      view: viewOf(store, transactions, { isStrict: false }),
      writeNow: write.now,
      insertion,
      modificationOf,
      removal,
    },
    openTransactions: transactions.count,
    stop: (): void => transactions.stop(),
  };
}

function insertion(collection: Collection, document: BsonDocument): Change {
  refuseOperatorFields(document);
  const { _id = randomBytes(16).toString('hex'), ...fields } = document;
  if (isArray(_id) || isRegex(_id)) throw requestFailed(`The '_id' value cannot be of type ${typeName(_id)}`);
  const after = documentOf([['_id', _id], ...fieldsOf(fields)]);
  requireStorable(after);
  return { collection, id: idOf(_id), before: undefined, after };
}

function modificationOf(
  collection: Collection,
  { row, text }: StoredRow,
  update: Update,
  condition?: Condition,
): Change {
  const document = parseStored(text);
  const after = update(document, false, condition);
  requireStorable(after);
  return { collection, id: idOf(document['_id']), before: { row, document, text }, after };
}

function removal(collection: Collection, { row, text }: StoredRow): Change {
  const document = parseStored(text);
  return { collection, id: idOf(document['_id']), before: { row, document, text }, after: undefined };
}

/** A new document of what the filter asks fields to be equal to, and of the update. */
function upsertion(condition: Condition, { update }: Modification): BsonDocument {
  const document = update(upsertSeed(condition), true);
  return ownField(document, '_id') === undefined ? { _id: randomBytes(16).toString('hex'), ...document } : document;
}

function textOf(document: BsonDocument | undefined): string | undefined {
  return document === undefined ? undefined : storedText(document);
}

function isUnfiltered(condition: Condition): boolean {
  return condition.at === 'and' && condition.parts.length === 0;
}
