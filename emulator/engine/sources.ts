import type { Sources } from '../aggregate/sources';
import { planAccess } from '../query/plan';
import { indexWanted, missingIndex } from '../query/strict';
import type { Store, StoredRow } from '../store/store';
import { parseStored } from '../values/ejson';
import type { BsonDocument } from '../values/value';
import type { View } from './view';

/** The collections of a store as a pipeline reads them: by the same planner, journal and strict rule as a find. */
export function sourcesOf(store: Store, view: View, isStrict: boolean): Sources {
  return {
    read(name, selection) {
      const collection = store.collection(name);
      return collection === undefined ? [] : documentsOf(view(collection, selection, undefined));
    },
    placeFields(name) {
      const spheres = store.collection(name)?.indexes.flatMap((index) => index.spheres) ?? [];
      return [...new Set(spheres.map(({ field }) => field))];
    },
    isServed(name, condition) {
      const collection = store.collection(name);
      if (collection === undefined) return true;
      const wants = missingIndex(condition, [], planAccess(collection, condition, []));
      if (isStrict && wants !== undefined) throw indexWanted(collection, wants);
      return wants === undefined;
    },
  };
}

function* documentsOf(rows: readonly StoredRow[]): Generator<BsonDocument> {
  for (const { text } of rows) yield parseStored(text);
}
