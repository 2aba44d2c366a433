import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Cloud } from '../../cloud';
import type { Collection } from '../../store/schema';
import type { Store } from '../../store/store';
import { documentLine, headerOf } from './data-set';
import { temporaryFile } from './temporary-file';

const BATCH = 1_000;

/**
 * Some collections as one file, all as they are at this moment: it is written to disk at one go, since a write that came
 * between two halves would leave references without their document, and then sent as slowly as the receiver reads.
 *
 * @param names none for every collection
 */
export function exportDataSet({ engine, store }: Cloud, names: readonly string[]): Response {
  const collections = names.length === 0 ? store.collections() : names.map((name) => engine.collectionNamed(name));
  const spool = temporaryFile('export.ndjson');
  try {
    writeDataSet(spool.path, store, collections);
  } catch (error) {
    spool.remove();
    throw error;
  }
  const stream = createReadStream(spool.path);
  stream.once('close', () => spool.remove());
  const name = `local-cloud-${new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, '-')}.ndjson`;
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

function writeDataSet(path: string, store: Store, collections: readonly Collection[]): void {
  const file = openSync(path, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(headerOf(collections, new Date().toISOString()))}\n`);
    for (const collection of collections) {
      for (const lines of linesOf(store, collection)) writeSync(file, lines);
    }
  } finally {
    closeSync(file);
  }
}

function* linesOf(store: Store, collection: Collection): Generator<string> {
  for (let offset = 0; ; offset += BATCH) {
    const rows = store.natural(collection, { offset, limit: BATCH });
    if (rows.length > 0) yield rows.map(({ text }) => documentLine(collection.name, text)).join('');
    if (rows.length < BATCH) return;
  }
}
