import type { ActualCollection, StoredDocument, WantedDocuments } from './plan';
import { PROBE } from './plan';
import type { Documents, TencentCloud } from './tencent';

/** What is there now. Of collections that are not ours only the permission is asked: a restored copy may stand open. */
export async function observeCollections(
  { structure, documents }: TencentCloud,
  ours: readonly string[],
): Promise<ActualCollection[]> {
  const names = await structure.collectionNames();
  const permissions = names.length === 0 ? new Map<string, string>() : await structure.permissions(names);
  const present = names.filter((name) => ours.includes(name));
  const collections: ActualCollection[] = names
    .filter((name) => !ours.includes(name))
    .map((name) => ({ name, indexes: [], permission: permissions.get(name) ?? null, holdsProbe: false }));
  for (const name of present) {
    const indexes = await structure.indexesOf(name);
    const [probe] = await documents.byIds(name, [PROBE._id]);
    collections.push({ name, indexes, permission: permissions.get(name) ?? null, holdsProbe: probe !== undefined });
  }
  return collections;
}

/** A collection that does not exist yet holds nothing. */
export async function observeDocuments(
  documents: Documents,
  collection: string,
  wanted: readonly StoredDocument[],
  present: readonly ActualCollection[],
): Promise<WantedDocuments> {
  const exists = present.some(({ name }) => name === collection);
  const ids = wanted.map(({ _id }) => _id);
  return { collection, wanted, stored: exists ? await documents.byIds(collection, ids) : [] };
}
