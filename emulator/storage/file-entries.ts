import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** Which bytes a path has. `object` is their file on this disk. */
export type Entry = {
  readonly path: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly savedAt: string;
  readonly object: string;
};

export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** More came than a file may hold. A class, because it is thrown through streams and must be told from a fault. */
export class FileTooLarge extends Error {}

const entryFile = /^[0-9a-f]{64}\.json$/;
const draftName = /^[0-9a-f]{32}\.draft$/;
const objectName = /^[0-9a-f]{32}$/;

/** @returns how many bytes came */
export async function writeSynced(file: string, chunks: Chunks, mostBytes: number): Promise<number> {
  const handle = await open(file, 'wx');
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new FileTooLarge(`a file may have at most ${mostBytes} bytes`);
      await handle.writeFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return bytes;
}

/** An entry beside its place. Renaming it to `entryName` is what makes the file exist. @returns where it was written */
export async function draftEntry(entries: string, { object, ...entry }: Entry): Promise<string> {
  const draft = join(entries, `${randomBytes(16).toString('hex')}.draft`);
  await writeSynced(draft, [Buffer.from(JSON.stringify({ ...entry, object: basename(object) }))], Infinity);
  return draft;
}

export function entryName(path: string): string {
  return `${createHash('sha256').update(path).digest('hex')}.json`;
}

export function newObject(objects: string): string {
  return join(objects, randomBytes(16).toString('hex'));
}

/**
 * Everything that is whole; what a kill left half done is cleared away, and nothing else: the directory may be one in
 * which somebody keeps files of their own.
 *
 * @throws where a folder of the two is a link, by which things elsewhere would be cleared away
 */
export async function readEntries(objects: string, entries: string): Promise<Map<string, Entry>> {
  for (const folder of [objects, entries]) {
    await mkdir(folder, { recursive: true });
    if (!(await lstat(folder)).isDirectory()) throw new Error(`${folder} is a link, not a folder of its own`);
  }
  const known = new Map<string, Entry>();
  for (const name of await readdir(entries)) {
    if (!entryFile.test(name) && !draftName.test(name)) continue;
    const file = join(entries, name);
    const entry = entryFile.test(name) ? readEntry(await readFile(file, 'utf8'), objects) : undefined;
    const isWhole = entry !== undefined && (await sizeOf(entry.object)) === entry.bytes;
    if (isWhole) known.set(entry.path, entry);
    else await rm(file, { force: true });
  }
  const kept = new Set([...known.values()].map(({ object }) => object));
  for (const name of await readdir(objects)) {
    const object = join(objects, name);
    if (objectName.test(name) && !kept.has(object)) await rm(object, { force: true });
  }
  return known;
}

function readEntry(text: string, objects: string): Entry | undefined {
  try {
    const { path, bytes, contentType, savedAt, object } = JSON.parse(text) as Record<string, unknown>;
    if (typeof path !== 'string' || typeof bytes !== 'number' || typeof contentType !== 'string') return undefined;
    if (typeof savedAt !== 'string' || typeof object !== 'string' || !objectName.test(object)) return undefined;
    return { path, bytes, contentType, savedAt, object: join(objects, object) };
  } catch {
    return undefined;
  }
}

async function sizeOf(file: string): Promise<number> {
  const status = await lstat(file).catch(() => undefined);
  return status?.isFile() === true ? status.size : -1;
}
