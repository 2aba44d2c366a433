import { rmSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdOf, pathOf, plainPath } from './cloud-path';
import { contentTypeOf } from './content-type';
import type { Chunks, Entry } from './file-entries';
import { draftEntry, entryName, newObject, readEntries, writeSynced } from './file-entries';
import type { Files, StoredFile } from './files';

/** Files, and what only the wire needs of them. */
export type DiskFiles = Files & {
  /** Takes bytes as they come. Nothing is seen of the file before all of it is on disk. */
  receive(path: string, chunks: Chunks, contentType?: string): Promise<StoredFile>;
  at(path: string): Promise<StoredFile | undefined>;
  /** Clears at once: whoever resets a cloud between two tests does not wait. */
  empty(): void;
  /** Whoever reads keeps the bytes that were there when it began. The handle is the caller's to close. */
  open(path: string): Promise<{ readonly file: StoredFile; readonly handle: FileHandle } | undefined>;
};

/** More than anybody uploads to a laptop; it keeps a runaway stream from filling the disk. Bytes. */
const MOST_FILE_BYTES = 1024 ** 3;

/** The most that a list shows. */
const MOST_LISTED = 1000;

/**
 * Files under a directory: `objects/<random>` holds bytes, `entries/<hash of the path>.json` says which bytes a path has.
 *
 * No name of a file ever is a path on this disk, so none can lead out of the directory or be too long for it, and `a`
 * and `a/b` may both be files. Bytes are synced before the entry is renamed into place: that rename is the moment at
 * which a file exists, so a kill leaves either the old file or the new one. Bytes without an entry are cleared away at
 * the next start.
 *
 * @param directory asked and made when first needed
 */
export function filesIn(directory: () => string, mostBytes = MOST_FILE_BYTES): DiskFiles {
  const objects = (): string => join(directory(), 'objects');
  const entries = (): string => join(directory(), 'entries');
  let loading: Promise<Map<string, Entry>> | undefined;
  const index = (): Promise<Map<string, Entry>> => {
    if (loading !== undefined) return loading;
    const found = readEntries(objects(), entries());
    loading = found;
    // What was in the way may be gone when somebody asks again.
    found.catch(() => {
      if (loading === found) loading = undefined;
    });
    return found;
  };

  // Two that write one path at once must agree on who came last, in memory and on disk.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act, act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  const commit = (known: Map<string, Entry>, entry: Entry, draft: string): Promise<void> =>
    inTurn(async () => {
      if (known !== (await index())) throw new Error('the storage was cleared meanwhile');
      await rename(draft, join(entries(), entryName(entry.path)));
      await syncDirectory(entries());
      const before = known.get(entry.path);
      known.set(entry.path, entry);
      if (before !== undefined) await rm(before.object, { force: true });
    });

  const receive: DiskFiles['receive'] = async (cloudPath, chunks, contentType) => {
    const path = plainPath(cloudPath);
    const known = await index();
    const object = newObject(objects());
    let draft: string | undefined;
    try {
      const bytes = await writeSynced(object, chunks, mostBytes);
      const savedAt = new Date().toISOString();
      const entry: Entry = { path, bytes, contentType: sendable(contentType) ?? contentTypeOf(path), savedAt, object };
      draft = await draftEntry(entries(), entry);
      await commit(known, entry, draft);
      return shown(entry);
    } catch (error) {
      for (const leftover of [object, draft]) if (leftover !== undefined) await rm(leftover, { force: true });
      throw error;
    }
  };

  const empty = (): void => {
    for (const folder of [entries(), objects()]) rmSync(folder, { recursive: true, force: true });
    loading = undefined;
  };

  return {
    receive,
    put: (path, content, contentType) => receive(path, [content], contentType),
    at: async (path) => {
      const entry = (await index()).get(path);
      return entry === undefined ? undefined : shown(entry);
    },
    open: (path) =>
      inTurn(async () => {
        const entry = (await index()).get(path);
        return entry === undefined ? undefined : { file: shown(entry), handle: await open(entry.object) };
      }),
    read: (fileId) =>
      inTurn(async () => {
        const entry = (await index()).get(pathOf(fileId) ?? '');
        return entry === undefined ? undefined : readFile(entry.object);
      }),
    remove: (fileId) =>
      inTurn(async () => {
        const known = await index();
        const entry = known.get(pathOf(fileId) ?? '');
        if (entry === undefined) return false;
        known.delete(entry.path);
        await rm(join(entries(), entryName(entry.path)), { force: true });
        await rm(entry.object, { force: true });
        return true;
      }),
    list: async (prefix) =>
      [...(await index()).values()]
        .filter(({ path }) => path.startsWith(prefix))
        .sort((one, other) => (one.path < other.path ? -1 : 1))
        .slice(0, MOST_LISTED)
        .map(shown),
    empty,
    clear: () => {
      empty();
      return Promise.resolve();
    },
  };
}

/** What a header can carry: the type goes out as it came in. */
const sendable = (contentType: string | undefined): string | undefined =>
  contentType !== undefined && /^[\x20-\x7e]{1,256}$/.test(contentType) ? contentType : undefined;

const shown = ({ path, bytes, contentType, savedAt }: Entry): StoredFile => ({
  fileId: fileIdOf(path),
  path,
  bytes,
  contentType,
  savedAt,
});

/** Makes a rename survive loss of power. Not every system opens a directory; there the rename itself must do. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory).catch(() => undefined);
  try {
    await handle?.sync().catch(() => undefined);
  } finally {
    await handle?.close();
  }
}
