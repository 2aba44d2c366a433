import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DiskFiles } from './disk-files';
import { filesIn } from './disk-files';

/** The storage of one cloud. `reset` empties it, `close` takes away what belonged to this cloud alone. */
export type Storage = { readonly files: DiskFiles; reset(): void; close(): void };

/**
 * Where a cloud keeps its files: the directory it is told, `<dataFile>.files`, or for a database in memory a temporary
 * directory that is gone after `close`. A cloud that never stores a file makes no directory.
 */
export function openStorage(dataFile: string, filesDirectory: string | undefined): Storage {
  const kept = filesDirectory ?? (dataFile === ':memory:' ? undefined : `${dataFile}.files`);
  let temporary: string | undefined;
  const files = filesIn(() => kept ?? (temporary ??= mkdtempSync(join(tmpdir(), 'cloud-files-'))));
  return {
    files,
    reset: () => {
      const directory = kept ?? temporary;
      if (directory !== undefined && existsSync(directory)) files.empty();
    },
    close: () => {
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
    },
  };
}
