import type { Cloud } from '../../cloud';
import { CloudError } from '../../cloud-error';
import type { Change } from '../../engine/changes';
import { keysOf, writeInOrder } from '../../engine/changes';
import type { Collection } from '../../store/schema';
import { duplicateKey } from '../../store/index-entries';
import { parseDocument } from '../../values/ejson';
import { requireName } from './collections';
import type { Header } from './data-set';
import { definitionOf, readDocumentLine } from './data-set';
import { inWords } from './words';

export type ImportedCollection = {
  readonly name: string;
  readonly isNew: boolean;
  readonly before: number;
  readonly added: number;
  readonly after: number;
  /** The indexes here are not those of the file; they stay as they are. */
  readonly hasOtherIndexes: boolean;
};

/** A hidden collection, and the one beside which its documents will stand, if any. */
export type StagedCollection = {
  readonly staged: Collection;
  readonly beside: Collection | undefined;
  readonly hasOtherIndexes: boolean;
};

export type StagedSet = ReturnType<typeof stagedSet>;

const MOST_PROBLEMS = 50;

/**
 * The documents of a data set in hidden collections, taken over line by line.
 *
 * @param isAdded to what is there already
 */
export function stagedSet(cloud: Cloud, header: Header, isAdded: boolean) {
  const { store, engine } = cloud;
  const byName = new Map(
    header.collections.map((definition): readonly [string, StagedCollection] => {
      const known = store.collection(definition.name);
      if (known === undefined) requireName(definition.name);
      const used = known === undefined ? definition : definitionOf(known);
      const hasOtherIndexes = JSON.stringify(used.indexes) !== JSON.stringify(definition.indexes);
      return [definition.name, { staged: store.stage(used), beside: isAdded ? known : undefined, hasOtherIndexes }];
    }),
  );
  const problems: { readonly line: number; readonly reason: string }[] = [];
  let problemCount = 0;
  let line = 1;
  let documents = 0;
  let bytes = 0;

  /** @returns why the line cannot be taken over */
  const troubleWith = (text: string): string | undefined => {
    const read = readDocumentLine(text);
    if (read === undefined) return '不是 {"collection": …, "document": …} 形式的一行';
    const target = byName.get(read.collection);
    if (target === undefined) return `文件头没有提到集合 ${read.collection}`;
    try {
      const change = engine.direct.insertion(target.staged, parseDocument(read.document, new Date()));
      if (target.beside !== undefined) requireFree(cloud, target.beside, change);
      writeInOrder(store, change);
      documents += 1;
      return undefined;
    } catch (error) {
      // A disk that is full, or a damaged file, is no fault of this line.
      if (error instanceof CloudError && error.code !== 'SYS_ERR') return inWords(error);
      throw error;
    }
  };

  return {
    collections: [...byName.values()],
    problems,
    problemCount: () => problemCount,
    documents: () => documents,
    bytes: () => bytes,
    take(text: string): void {
      line += 1;
      bytes += Buffer.byteLength(text) + 1;
      const reason = text.trim() === '' ? undefined : troubleWith(text);
      if (reason === undefined) return;
      problemCount += 1;
      if (problems.length < MOST_PROBLEMS) problems.push({ line, reason });
    },
  };
}

/** Asked for each line, since the last step could not name it. */
function requireFree({ store }: Cloud, collection: Collection, { id, after }: Change): void {
  if (store.byId(collection, id) !== undefined) throw duplicateKey(collection, '_id_');
  for (const index of collection.indexes) {
    if (!index.unique) continue;
    if (keysOf(index, after).some((key) => store.ownerRow(index, key) !== undefined)) {
      throw duplicateKey(collection, index.name);
    }
  }
}
