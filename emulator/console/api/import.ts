import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Cloud } from '../../cloud';
import { CloudError } from '../../cloud-error';
import { writeInOrder } from '../../engine/changes';
import { parseDocument } from '../../values/ejson';
import { requireName, requireNoTransaction } from './collections';
import type { Header } from './data-set';
import { definitionOf, readDocumentLine, readHeader } from './data-set';
import { linesOf, temporaryFile } from './temporary-file';
import { inWords, RequestError } from './words';

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

export type ImportedCollection = {
  readonly name: string;
  readonly isNew: boolean;
  readonly before: number;
  readonly added: number;
  readonly after: number;
  /** The indexes here are not those of the file; they stay as they are. */
  readonly hasOtherIndexes: boolean;
};

const MOST_PROBLEMS = 50;

/** Thrown to undo what was tried out; nobody outside this file sees it. A class, to be told from a fault. */
class Undone extends Error {
  constructor(readonly report: ImportReport) {
    super('undone');
  }
}

/**
 * Takes over a data set, whole or not at all: one bad line, and nothing is written.
 *
 * The dry run is the same work, undone at its end, so that it cannot judge otherwise than the import. The file is first
 * laid on disk, since the writing must not stop for a slow sender: nobody else is answered while it runs.
 */
export async function importDataSet(
  cloud: Cloud,
  body: AsyncIterable<Uint8Array>,
  wish: ImportWish,
): Promise<ImportReport> {
  const spool = temporaryFile('import.ndjson');
  try {
    await pipeline(Readable.from(body), createWriteStream(spool.path, { mode: 0o600 }));
    requireNoTransaction(cloud.engine);
    return cloud.store.attempt(() => takeOver(cloud, linesOf(spool.path), wish));
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  } finally {
    spool.remove();
  }
}

function takeOver(cloud: Cloud, lines: Generator<string>, wish: ImportWish): ImportReport {
  const first = lines.next();
  const header = readHeader(first.done === true ? '' : first.value);
  if ('reason' in header) throw new RequestError(header.reason);
  const tallies = prepare(cloud, header, wish);
  const problems: { readonly line: number; readonly reason: string }[] = [];
  let problemCount = 0;
  let line = 1;
  for (const text of lines) {
    line += 1;
    if (text.trim() === '') continue;
    const reason = takeLine(cloud, text, tallies);
    if (reason === undefined) continue;
    problemCount += 1;
    if (problems.length < MOST_PROBLEMS) problems.push({ line, reason });
  }
  const isImported = problemCount === 0 && !wish.isDryRun;
  const collections = [...tallies.values()].map(({ collection, ...tally }) => ({
    ...tally,
    after: cloud.store.count(collection),
  }));
  const report = { isImported, collections, problems, problemCount };
  if (!isImported) throw new Undone(report);
  return report;
}

type Tally = Omit<ImportedCollection, 'after' | 'added'> & {
  readonly collection: ReturnType<Cloud['engine']['collectionNamed']>;
  added: number;
};

function prepare({ engine, store }: Cloud, { collections }: Header, { mode }: ImportWish): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const definition of collections) {
    const { name } = definition;
    const known = store.collection(name);
    if (known === undefined) {
      requireName(name);
      store.declare(definition);
    }
    const collection = engine.collectionNamed(name);
    const before = store.count(collection);
    const hasOtherIndexes = JSON.stringify(definitionOf(collection).indexes) !== JSON.stringify(definition.indexes);
    if (mode === 'replace') store.empty(collection);
    tallies.set(name, { name, isNew: known === undefined, before, added: 0, hasOtherIndexes, collection });
  }
  return tallies;
}

/** @returns why the line cannot be taken over */
function takeLine({ engine, store }: Cloud, text: string, tallies: ReadonlyMap<string, Tally>): string | undefined {
  const line = readDocumentLine(text);
  if (line === undefined) return '不是 {"collection": …, "document": …} 形式的一行';
  const tally = tallies.get(line.collection);
  if (tally === undefined) return `文件头没有提到集合 ${line.collection}`;
  try {
    const document = parseDocument(line.document, new Date());
    writeInOrder(store, engine.direct.insertion(tally.collection, document));
    tally.added += 1;
    return undefined;
  } catch (error) {
    if (error instanceof CloudError) return inWords(error);
    throw error;
  }
}
