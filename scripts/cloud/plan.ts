import { isDeepStrictEqual } from 'node:util';
import type { CollectionDefinition, IndexDefinition } from '../../cloudfunctions/runtime/collections';

/** An index as the platform describes it: directions are text there. */
export type ActualIndex = {
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: string])[];
  readonly unique: boolean;
};

export type ActualCollection = {
  readonly name: string;
  readonly indexes: readonly ActualIndex[];
  /** Null when the platform names none. */
  readonly permission: string | null;
  /** Whether an interrupted run left its probe among the documents. */
  readonly holdsProbe: boolean;
};

/** Written into a new collection, and removed at once, to see whether it takes documents yet. */
export const PROBE = { _id: 'provision-probe' };

export type StoredDocument = { readonly _id: string };

/** Documents that an environment starts with, by collection, and what is stored under their ids today. */
export type WantedDocuments = {
  readonly collection: string;
  readonly wanted: readonly StoredDocument[];
  readonly stored: readonly StoredDocument[];
};

/** Nobody reads or writes a collection from a phone or a browser: everything goes through our functions. */
export const CLOSED = 'ADMINONLY';

export type Step =
  | { readonly act: 'create-collection'; readonly collection: string }
  | { readonly act: 'close-collection'; readonly collection: string; readonly was: string | null }
  | { readonly act: 'remove-probe'; readonly collection: string }
  | { readonly act: 'drop-index'; readonly collection: string; readonly index: string }
  | { readonly act: 'create-index'; readonly collection: string; readonly index: IndexDefinition }
  | { readonly act: 'add-documents'; readonly collection: string; readonly documents: readonly StoredDocument[] }
  | { readonly act: 'replace-document'; readonly collection: string; readonly document: StoredDocument };

/** What a person has to look at, because doing it by ourselves could lose something. */
export type Remark =
  | { readonly about: 'index-differs'; readonly collection: string; readonly index: string }
  | { readonly about: 'index-not-ours'; readonly collection: string; readonly index: string }
  | { readonly about: 'collection-not-ours'; readonly collection: string; readonly permission: string | null }
  | { readonly about: 'documents-differ'; readonly collection: string; readonly ids: readonly string[] };

export type Plan = { readonly steps: readonly Step[]; readonly remarks: readonly Remark[] };

/** What may be lost on purpose: indexes that are not as declared, documents that were changed since. */
export type Licence = { readonly dropIndexes: boolean; readonly replaceDocuments: boolean };

/** The way from what is there to what the one table of collections says. Nothing to do, no steps. */
export function planProvision(
  desired: readonly CollectionDefinition[],
  actual: readonly ActualCollection[],
  documents: readonly WantedDocuments[],
  licence: Licence,
): Plan {
  const plans = [
    ...desired.map((collection) =>
      planCollection(
        collection,
        actual.find(({ name }) => name === collection.name),
        licence,
      ),
    ),
    strangers(desired, actual),
    ...documents.map((wish) => planDocuments(wish, licence)),
  ];
  return { steps: plans.flatMap(({ steps }) => steps), remarks: plans.flatMap(({ remarks }) => remarks) };
}

/** Whether a remark means that the database is not what our code relies on. */
export const isWrong = (remark: Remark): boolean => remark.about === 'index-differs';

function planCollection(desired: CollectionDefinition, actual: ActualCollection | undefined, licence: Licence): Plan {
  const collection = desired.name;
  const steps: Step[] = [];
  if (actual === undefined) steps.push({ act: 'create-collection', collection });
  // Before anything else: how open a new collection is, no document of the platform says.
  if (actual?.permission !== CLOSED)
    steps.push({ act: 'close-collection', collection, was: actual?.permission ?? null });
  if (actual?.holdsProbe === true) steps.push({ act: 'remove-probe', collection });
  const indexes = planIndexes(desired, actual?.indexes ?? [], licence);
  return { steps: [...steps, ...indexes.steps], remarks: indexes.remarks };
}

function planIndexes(desired: CollectionDefinition, actual: readonly ActualIndex[], licence: Licence): Plan {
  const collection = desired.name;
  const drops: Step[] = [];
  const creations: Step[] = [];
  const remarks: Remark[] = [];
  for (const index of desired.indexes) {
    const found = actual.find(({ name }) => name === index.name);
    if (found !== undefined && isSame(index, found)) continue;
    if (found === undefined || licence.dropIndexes) creations.push({ act: 'create-index', collection, index });
    else remarks.push({ about: 'index-differs', collection, index: index.name });
    if (found !== undefined && licence.dropIndexes) drops.push({ act: 'drop-index', collection, index: index.name });
  }
  for (const { name } of actual.filter((index) => isNotOurs(desired, index))) {
    if (licence.dropIndexes) drops.push({ act: 'drop-index', collection, index: name });
    else remarks.push({ about: 'index-not-ours', collection, index: name });
  }
  return { steps: [...drops, ...creations], remarks };
}

/** Every collection of the platform has these of its own. */
const PLATFORM_INDEXES = ['_id_', '_openid_1'];

const isNotOurs = (desired: CollectionDefinition, actual: ActualIndex): boolean =>
  !PLATFORM_INDEXES.includes(actual.name) && !desired.indexes.some(({ name }) => name === actual.name);

function isSame(desired: IndexDefinition, actual: ActualIndex): boolean {
  return (
    actual.unique === (desired.unique ?? false) &&
    actual.keys.length === desired.keys.length &&
    desired.keys.every(([field, direction], place) => {
      const [actualField, actualDirection] = actual.keys[place] ?? [];
      return field === actualField && isSameDirection(direction, actualDirection);
    })
  );
}

// The platform's older documents write `2d` where the newer ones write `2dsphere`.
const isSameDirection = (desired: IndexDefinition['keys'][number][1], actual: string | undefined): boolean =>
  String(desired) === actual || (desired === '2dsphere' && actual === '2d');

/** Collections that no function of ours knows may hold somebody's data: they are named and left alone. */
function strangers(desired: readonly CollectionDefinition[], actual: readonly ActualCollection[]): Plan {
  const known = new Set(desired.map(({ name }) => name));
  const unknown = actual.filter(({ name }) => !known.has(name));
  return {
    steps: [],
    remarks: unknown.map(({ name, permission }) => ({ about: 'collection-not-ours', collection: name, permission })),
  };
}

function planDocuments({ collection, wanted, stored }: WantedDocuments, licence: Licence): Plan {
  const byId = new Map(stored.map((document) => [document._id, document]));
  const missing = wanted.filter(({ _id }) => !byId.has(_id));
  const changed = wanted.filter((document) => {
    const found = byId.get(document._id);
    return found !== undefined && !isDeepStrictEqual(plain(found), plain(document));
  });
  const steps: Step[] = missing.length === 0 ? [] : [{ act: 'add-documents', collection, documents: missing }];
  if (licence.replaceDocuments)
    steps.push(...changed.map((document): Step => ({ act: 'replace-document', collection, document })));
  const ids = licence.replaceDocuments ? [] : changed.map(({ _id }) => _id);
  return { steps, remarks: ids.length === 0 ? [] : [{ about: 'documents-differ', collection, ids }] };
}

/** Points of the map come back from the SDK as objects of a class of its own. */
const plain = (document: StoredDocument): unknown => JSON.parse(JSON.stringify(document));
