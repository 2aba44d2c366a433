import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of functions on disk, as a project has it. */
export type FunctionFolders = {
  readonly root: string;
  /** Writes files by their path below the root; a file that is there is written anew. */
  write(files: Readonly<Record<string, string>>): void;
  remove(): void;
};

export function functionFolders(files: Readonly<Record<string, string>>): FunctionFolders {
  const root = mkdtempSync(join(tmpdir(), 'functions-'));
  const write = (some: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(some)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write(files);
  return { root, write, remove: () => rmSync(root, { recursive: true, force: true }) };
}
