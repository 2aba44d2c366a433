import type { Cloud } from '../../cloud';
import type { IndexDefinition } from '../../options';
import { RequestError } from './words';

export type ListedCollection = {
  readonly name: string;
  readonly count: number;
  readonly indexes: readonly ListedIndex[];
};

export type ListedIndex = {
  readonly name: string;
  readonly keys: IndexDefinition['keys'];
  readonly isUnique: boolean;
};

export function listCollections({ store }: Cloud): readonly ListedCollection[] {
  return store
    .collections()
    .map((collection) => ({
      name: collection.name,
      count: store.count(collection),
      indexes: collection.indexes.map(({ name, keys, unique }) => ({ name, keys, isUnique: unique })),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function createCollection({ engine }: Cloud, name: string): void {
  requireName(name);
  engine.addCollection(name);
}

/** Removes every document of a collection; its indexes stay. */
export function clearCollection({ engine, store }: Cloud, name: string): void {
  const collection = engine.collectionNamed(name);
  requireNoTransaction(engine);
  store.empty(collection);
}

/** What the cloud's console lets people name a collection. */
export function requireName(name: string): void {
  if (!/^[A-Za-z0-9_][\w.-]{0,119}$/.test(name))
    throw new RequestError('集合名称由字母、数字、下划线、连字符组成，最多 120 个字符');
}

/** An open transaction has a snapshot that does not know of whole collections being rewritten. */
export function requireNoTransaction(engine: Cloud['engine']): void {
  const open = engine.openTransactions();
  if (open > 0) throw new RequestError(`有 ${open} 个事务正在进行，等它们结束再试。（最多 30 秒）`, 409);
}
