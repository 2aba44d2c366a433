import type * as z from 'zod/mini';
import type { CollectionName } from './collections';
import type { Change, Filter } from './filter';
import { asQuery, asUpdate, refuseUndefined } from './filter';
import type { RawQuery, RawTransaction } from './sdk';
import { database, shapes } from './sdk';

/** Thrown when the database stayed contended through every retry. `serve` answers it as the refusal `busy`. */
export class Contended extends Error {
  override readonly name = 'Contended';
}

export type Stored = { readonly _id: string };

/**
 * The few things we ask of the database. Every method is one round trip.
 *
 * An update names one document by `_id` and, beside it, what must still be true: that is how a decision made on what
 * was read stays right when somebody else was quicker.
 */
export type Collection<Doc extends Stored> = {
  get(id: string): Promise<Doc | null>;
  find(filter: Filter, wish: FindWish): Promise<Doc[]>;
  /** The same, but only some fields travel. */
  findParts<Part extends Stored>(filter: Filter, excerpt: Excerpt<Part>, wish: FindWish): Promise<Part[]>;
  /** How many there are; nothing travels but the number. */
  count(filter: Filter): Promise<number>;
  insert(doc: Doc): Promise<'inserted' | 'duplicate'>;
  /** In one round trip. After `duplicate` some may be stored and some not: look, or insert them one by one. */
  insertMany(docs: readonly Doc[]): Promise<'inserted' | 'duplicate'>;
  update(filter: Filter & { readonly _id: string }, change: Change): Promise<'updated' | 'unmatched' | 'duplicate'>;
  remove(id: string): Promise<'removed' | 'absent'>;
  /** Everything that the filter finds, for erasing what is held of somebody; says how many went. */
  removeAll(filter: Filter): Promise<number>;
};

export type FindWish = {
  readonly order?: readonly (readonly [path: string, direction: 'asc' | 'desc'])[];
  /** At most 1,000: the cloud caps it there without a word. */
  readonly limit: number;
};

/** Some fields of every document, for lists: `schema` says what is left, `_id` among it. */
export type Excerpt<Part extends Stored> = {
  readonly schema: DocumentSchema<Part>;
  readonly fields: readonly string[];
};

/** What is truly transactional in the SDK: single documents by id. Counting and updating by filter are not offered. */
export type Transaction = {
  get<Doc extends Stored>(collection: CollectionName, schema: DocumentSchema<Doc>, id: string): Promise<Doc | null>;
  /** Throws for an id that is taken: in the database any failure ends the whole transaction, so read first. */
  insert(collection: CollectionName, doc: Stored): Promise<void>;
  update(collection: CollectionName, id: string, change: Change): Promise<void>;
  remove(collection: CollectionName, id: string): Promise<void>;
};

export type DocumentSchema<Doc> = z.ZodMiniType<Doc>;

const MAX_ROWS = 1000;

/** A collection whose documents are checked as they are read: what the database holds is no more trusted than the wire. */
export function collection<Doc extends Stored>(name: CollectionName, schema: DocumentSchema<Doc>): Collection<Doc> {
  return {
    async get(id) {
      const { data } = await database().collection(name).doc(id).get();
      const [found] = data;
      return found === undefined ? null : schema.parse(plain(found));
    },
    async find(filter, wish) {
      const { data } = await query(name, filter, wish).get();
      return data.map((found) => schema.parse(plain(found)));
    },
    async findParts(filter, excerpt, wish) {
      const fields = Object.fromEntries(excerpt.fields.map((field) => [field, true]));
      const { data } = await query(name, filter, wish).field(fields).get();
      return data.map((found) => excerpt.schema.parse(plain(found)));
    },
    async count(filter) {
      const wanted = asQuery(filter, database().command, shapes());
      const { total } = await database().collection(name).where(wanted).count();
      return total;
    },
    async insert(doc) {
      refuseUndefined(name, doc);
      return orDuplicate<'inserted'>(async () => {
        await database().collection(name).add(doc);
        return 'inserted';
      });
    },
    async insertMany(docs) {
      refuseUndefined(name, docs);
      if (docs.length === 0) return 'inserted';
      return orDuplicate<'inserted'>(async () => {
        await database().collection(name).add(docs);
        return 'inserted';
      });
    },
    async update(filter, change) {
      const condition = asQuery(filter, database().command, shapes());
      const update = asUpdate(change, database().command);
      return orDuplicate(async () => {
        const { updated } = await database()
          .collection(name)
          .where(condition)
          .options({ multiple: false })
          .update(update);
        return updated === 1 ? 'updated' : 'unmatched';
      });
    },
    async remove(id) {
      const { deleted } = await database().collection(name).doc(id).remove();
      return deleted === 1 ? 'removed' : 'absent';
    },
    async removeAll(filter) {
      const { deleted } = await database()
        .collection(name)
        .where(asQuery(filter, database().command, shapes()))
        .remove();
      return deleted;
    },
  };
}

function query(name: CollectionName, filter: Filter, wish: FindWish): RawQuery {
  if (wish.limit < 1 || wish.limit > MAX_ROWS) throw new Error(`A limit lies between 1 and ${MAX_ROWS}.`);
  let wanted = database()
    .collection(name)
    .where(asQuery(filter, database().command, shapes()));
  for (const [path, direction] of wish.order ?? []) wanted = wanted.orderBy(path, direction);
  return wanted.limit(wish.limit);
}

const TRANSACTION_TRIES = 5;

/**
 * Runs a short transaction; `body` may run several times, so it does nothing but read and write.
 *
 * @throws Contended when somebody else was quicker every time
 */
export async function transaction<Value>(body: (tx: Transaction) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    const raw = await database().startTransaction();
    try {
      const value = await body(facade(raw));
      await raw.commit();
      return value;
    } catch (error) {
      await raw.rollback().catch(() => undefined); // A lost transaction is already rolled back.
      if (!isConflict(error)) throw error;
      if (attempt >= TRANSACTION_TRIES) throw new Contended('The transaction lost every time.');
      await pause(Math.random() * 20 * 2 ** attempt);
    }
  }
}

function facade(raw: RawTransaction): Transaction {
  return {
    async get(name, schema, id) {
      const { data } = await raw.collection(name).doc(id).get();
      return data === null || data === undefined ? null : schema.parse(plain(data));
    },
    async insert(name, doc) {
      refuseUndefined(name, doc);
      await raw.collection(name).add(doc);
    },
    async update(name, id, change) {
      await raw.collection(name).doc(id).update(asUpdate(change, database().command));
    },
    async remove(name, id) {
      await raw.collection(name).doc(id).remove();
    },
  };
}

/** The SDK hands GeoJSON out as objects of its own; what was stored is what their `toJSON` says. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (hasPlainForm(value)) return plain(value.toJSON());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

const hasPlainForm = (value: object): value is { toJSON(): unknown } =>
  !(value instanceof Date) && 'toJSON' in value && typeof value.toJSON === 'function';

/** The cloud's code for a duplicate differs between its documents; both forms mean the same. */
async function orDuplicate<Outcome>(write: () => Promise<Outcome>): Promise<Outcome | 'duplicate'> {
  try {
    return await write();
  } catch (error) {
    if (codeOf(error) === 'DATABASE_DUPLICATE_WRITE' || /E11000|duplicate key/i.test(messageOf(error)))
      return 'duplicate';
    throw error;
  }
}

const isConflict = (error: unknown): boolean => codeOf(error) === 'DATABASE_TRANSACTION_CONFLICT';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
