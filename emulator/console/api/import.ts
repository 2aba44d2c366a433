import { createWriteStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';
import type { Cloud } from '../../cloud';
import { CloudError } from '../../cloud-error';
import type { Collection } from '../../store/schema';
import type { Store } from '../../store/store';
import { requireNoTransaction } from './collections';
import { readHeader } from './data-set';
import type { Tell } from './import-progress';
import type { ImportedCollection, StagedCollection, StagedSet } from './staged-set';
import { stagedSet } from './staged-set';
import { linesOf, temporaryFile } from './temporary-file';
import { RequestError } from './words';

export type ImportWish = {
  /** `replace` empties the collections of the file first; `add` leaves what is there. */
  readonly mode: 'replace' | 'add';
  /** Says what would happen, and lets nothing happen. */
  readonly isDryRun: boolean;
};

export type ImportReport = {
  readonly isImported: boolean;
  readonly collections: readonly ImportedCollection[];
  /** The first of them; `problemCount` counts all. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
  readonly problemCount: number;
};

/** What is done at one go before others are answered. Milliseconds. */
const PART_MS = 12;

/** Documents or entries that are removed at one go. */
const PART_ROWS = 1_000;

/** Longer than any transaction lives. Milliseconds. */
const PATIENCE_MS = 40_000;

/** Thrown to undo what was tried out; nobody outside this file sees it. A class, to be told from a fault. */
class Undone extends Error {
  constructor(readonly collections: readonly ImportedCollection[]) {
    super('undone');
  }
}

/**
 * Takes over a data set, whole or not at all: one bad line, and nothing of it is ever seen.
 *
 * The documents go into hidden collections, a part at a time, with others answered in between; then one step puts them
 * in place. A kill before that step leaves nothing, after it all. The dry run is the same work, its last step undone, so
 * that it cannot judge otherwise. The file is first laid on disk: reading it part by part does not wait for its sender.
 */
export async function importDataSet(
  cloud: Cloud,
  body: AsyncIterable<Uint8Array>,
  wish: ImportWish,
  tell: Tell,
): Promise<ImportReport> {
  const spool = temporaryFile('import.ndjson');
  let lines: Generator<string> | undefined;
  let set: StagedSet | undefined;
  let replaced: readonly Collection[] = [];
  try {
    await pipeline(Readable.from(counted(body, tell)), createWriteStream(spool.path, { mode: 0o600 }));
    requireNoTransaction(cloud.engine);
    const ofBytes = statSync(spool.path).size;
    lines = linesOf(spool.path);
    set = begin(cloud, lines, wish);
    while (!takePart(cloud, set, lines)) {
      tell({ at: 'reading', bytes: set.bytes(), ofBytes, documents: set.documents() });
      await breathe();
      requireOpen(cloud);
    }
    tell({ at: 'finishing' });
    const { problems, problemCount } = set;
    const isSound = problemCount() === 0;
    const done = isSound ? await finish(cloud, set.collections, wish) : { collections: [], replaced: [] };
    replaced = done.replaced;
    await cloud.engine.settled();
    const isImported = isSound && !wish.isDryRun;
    return { isImported, collections: done.collections, problems, problemCount: problemCount() };
  } finally {
    // A generator that nobody asks any more keeps its file open.
    lines?.return(undefined);
    spool.remove();
    await clearAway(cloud, [...(set?.collections ?? []).map(({ staged }) => staged), ...replaced]);
  }
}

function begin(cloud: Cloud, lines: Generator<string>, wish: ImportWish): StagedSet {
  const first = lines.next();
  const header = readHeader(first.done === true ? '' : first.value);
  if ('reason' in header) throw new RequestError(header.reason);
  return cloud.store.atomically(() => stagedSet(cloud, header, wish.mode === 'add'));
}

/** @returns whether that was all */
function takePart({ store }: Cloud, set: StagedSet, lines: Generator<string>): boolean {
  const until = performance.now() + PART_MS;
  return store.atomically(() => {
    for (;;) {
      const next = lines.next();
      if (next.done === true) return true;
      set.take(next.value);
      if (performance.now() > until) return false;
    }
  });
}

/** The one step: whoever asks sees either none of it or all. */
async function finish(cloud: Cloud, set: readonly StagedCollection[], { mode, isDryRun }: ImportWish) {
  const { engine, store } = cloud;
  // An open transaction has a snapshot that does not know of whole collections being put in place.
  for (const end = Date.now() + PATIENCE_MS; engine.openTransactions() > 0 && Date.now() < end;) await pause(10);
  requireOpen(cloud);
  requireNoTransaction(engine);
  const replaced: Collection[] = [];
  try {
    const collections = store.attempt(() => {
      const done = set.map(({ staged, hasOtherIndexes }): ImportedCollection => {
        const { name } = staged;
        const known = store.collection(name);
        const [before, added] = [known === undefined ? 0 : store.count(known), store.count(staged)];
        if (mode === 'add' && known !== undefined) store.merge(staged, known);
        else replaced.push(...[store.unveil(staged)].filter((old) => old !== undefined));
        const after = mode === 'add' ? before + added : added;
        return { name, isNew: known === undefined, before, added, after, hasOtherIndexes };
      });
      if (isDryRun) throw new Undone(done);
      return done;
    });
    return { collections, replaced };
  } catch (error) {
    if (error instanceof Undone) return { collections: error.collections, replaced: [] };
    throw error;
  }
}

/**
 * Whatever is hidden goes, a part at a time. What a stop leaves of it, or a disk that is full, goes at the next start:
 * an import that is done does not fail for it.
 */
async function clearAway({ store }: Cloud, hidden: readonly Collection[]): Promise<void> {
  try {
    for (const collection of hidden) await clear(store, collection);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
  }
}

async function clear(store: Store, collection: Collection): Promise<void> {
  const isShown = (): boolean => store.collection(collection.name)?.id === collection.id;
  while (store.isOpen() && !isShown()) {
    if (store.atomically(() => store.dropSome(collection, PART_ROWS))) return;
    await breathe();
  }
}

function requireOpen({ store }: Cloud): void {
  if (!store.isOpen()) throw new RequestError('本地云正在停下，什么也没有导入', 409);
}

async function* counted(body: AsyncIterable<Uint8Array>, tell: Tell): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    tell({ at: 'receiving', bytes });
    yield chunk;
  }
}
