import { aggregate } from '../aggregate/aggregate';
import type { Sources } from '../aggregate/sources';
import { matches } from '../query/matches';
import { sortKey } from '../store/index-keys';
import type { BsonDocument, Value } from '../values/value';

/** Collections that are lists, without a store or an index beneath them. */
function sourcesAtHand(collections: Readonly<Record<string, readonly BsonDocument[]>>): Sources {
  return {
    read(name, { condition, order, offset, limit }) {
      return (Object.hasOwn(collections, name) ? (collections[name] ?? []) : [])
        .filter((document) => matches(condition, document))
        .map((document) => ({ document, key: sortKey(document, order) }))
        .sort((left, right) => Buffer.compare(left.key, right.key))
        .map(({ document }) => document)
        .slice(offset, offset + limit);
    },
    isServed: () => false,
    placeFields: () => [],
  };
}

/** What a pipeline makes of documents, as EJSON texts: types of numbers and all. */
export function aggregated(documents: readonly BsonDocument[], stages: readonly Value[]): readonly string[] {
  return aggregate(sourcesAtHand({ things: documents }), 'things', stages, new Date(0));
}

/** An EJSON text without the types of its numbers. */
export function untyped(text: string): unknown {
  return JSON.parse(text.replace(/\{"\$number\w+":"(-?[\d.]+)"\}/g, '$1'));
}
