import { parseFilter } from './query/parse-filter';
import type { Engine } from './engine/engine';
import { parseUpdate } from './update/apply-update';
import { parseStored } from './values/ejson';
import { documentFromPlain, fromPlain, toPlain } from './values/plain';
import type { Store } from './store/store';

export type PlainDocument = { readonly _id: string; readonly [field: string]: unknown };

type Filter = Readonly<Record<string, unknown>>;

/**
 * A collection as a test handles it: to seed it and to look at what a function left there.
 *
 * Values are plain JavaScript, filters and updates MongoDB's own form. Everything is synchronous, counts as no round
 * trip and needs no index. A document that a running transaction has written cannot be changed from here.
 */
export type StoreAccess = {
  insert(document: Readonly<Record<string, unknown>>): string;
  insertMany(documents: readonly Readonly<Record<string, unknown>>[]): readonly string[];
  get(id: string): PlainDocument | undefined;
  find(filter?: Filter): readonly PlainDocument[];
  /** Changes every document that matches, by `{$set: …}` and its like; says how many changed. */
  update(filter: Filter, update: Readonly<Record<string, unknown>>): number;
  remove(filter: Filter): number;
  count(filter?: Filter): number;
  clear(): void;
};

export function accessTo(store: Store, engine: Engine, name: string): StoreAccess {
  const { view, writeNow, insertion, modificationOf, removal } = engine.direct;
  const collection = () => engine.collectionNamed(name);
  const rows = (filter: Filter) =>
    view(
      collection(),
      { condition: parseFilter(documentFromPlain(filter)), order: [], offset: 0, limit: Infinity },
      undefined,
    );
  const find = (filter: Filter): readonly PlainDocument[] =>
    rows(filter).map(({ text }) => toPlain(parseStored(text)) as PlainDocument);

  const insertMany = (documents: readonly Readonly<Record<string, unknown>>[]): readonly string[] => {
    const changes = documents.map((document) => insertion(collection(), documentFromPlain(document)));
    writeNow(changes);
    return changes.map(({ after }) => String(toPlain(after?.['_id'] ?? null)));
  };

  return {
    insertMany,
    insert: (document) => insertMany([document])[0] ?? '',
    get: (id) => find({ _id: { $eq: fromPlain(id) } })[0],
    find: (filter = {}) => find(filter),
    update: (filter, update) => {
      const apply = parseUpdate(documentFromPlain(update));
      const condition = parseFilter(documentFromPlain(filter));
      return writeNow(rows(filter).map((row) => modificationOf(collection(), row, apply, condition)));
    },
    remove: (filter) => writeNow(rows(filter).map((row) => removal(collection(), row))),
    count: (filter = {}) => rows(filter).length,
    clear: () => store.empty(collection()),
  };
}
