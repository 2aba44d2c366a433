import type { Condition } from '../query/condition';
import type { Selection } from '../query/select';
import type { BsonDocument } from '../values/value';

/** Collections as a pipeline reads them. */
export type Sources = {
  /** The documents that a selection answers. A collection that is not there has none, as in MongoDB. */
  read(collection: string, selection: Selection): Iterable<BsonDocument>;
  /** The fields that a collection has indexes of places for. */
  placeFields(collection: string): readonly string[];
  /** Whether an index bounds what a condition makes one look at. */
  isServed(collection: string, condition: Condition): boolean;
};
