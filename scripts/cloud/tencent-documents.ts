import * as tcb from '@cloudbase/node-sdk';
import * as z from 'zod/mini';
import type { StoredDocument } from './plan';
import type { CloudSettings } from './settings';
import type { Documents } from './tencent';

/** The part of the SDK's database that we use here, with its true shapes. */
type RawDatabase = {
  readonly command: { in(values: readonly string[]): unknown };
  collection(name: string): {
    add(documents: readonly object[]): Promise<unknown>;
    doc(id: string): { set(document: object): Promise<unknown>; remove(): Promise<unknown> };
    where(query: object): { limit(most: number): { get(): Promise<{ data: unknown }> } };
  };
};

/** Few enough for one request, whatever the documents hold. */
const BATCH = 100;

const Stored = z.array(z.looseObject({ _id: z.string() }));

export function tencentDocuments({ envId, secretId, secretKey, region }: CloudSettings): Documents {
  const app = tcb.init({ env: envId, secretId, secretKey, region });
  const database = app.database() as unknown as RawDatabase;
  return {
    async byIds(collection, ids) {
      const found: StoredDocument[] = [];
      for (const some of batches(ids)) {
        const query = database.collection(collection).where({ _id: database.command.in(some) });
        found.push(...Stored.parse((await query.limit(BATCH).get()).data));
      }
      return found;
    },
    async add(collection, documents) {
      for (const some of batches(documents)) await database.collection(collection).add(some);
    },
    async put(collection, { _id, ...fields }) {
      await database.collection(collection).doc(_id).set(fields);
    },
    async remove(collection, id) {
      await database.collection(collection).doc(id).remove();
    },
  };
}

function batches<Item>(items: readonly Item[]): (readonly Item[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, place) => place * BATCH);
  return starts.map((start) => items.slice(start, start + BATCH));
}
