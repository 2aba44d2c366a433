import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the code of a function is still what it was. */
type FileChanges = {
  /** Counts up whenever a file has changed, come or gone since it was last asked. */
  version(): number;
  /** Files elsewhere that the function has loaded. */
  watch(files: readonly string[]): void;
};

/** A function that keeps more files than this in its folder is looked at for the first of them only. */
const MOST_FILES = 2_000;

/**
 * Looks at the files themselves at each question: some microseconds a file, and never late, which no watcher of the
 * operating system promises.
 *
 * @param folders looked through with what they hold, `node_modules` and hidden ones left out
 */
export function fileChanges(folders: readonly string[]): FileChanges {
  const elsewhere = new Set<string>();
  let version = 0;
  const look = (): ReadonlyMap<string, string> => {
    const files = [...folders.flatMap((folder) => filesIn(folder)).slice(0, MOST_FILES), ...elsewhere];
    return new Map(files.map((file) => [file, stateOf(file)]));
  };
  let known = look();
  return {
    version() {
      const now = look();
      if (now.size !== known.size || [...now].some(([file, state]) => known.get(file) !== state)) version += 1;
      known = now;
      return version;
    },
    watch(files) {
      const added = files.filter((file) => !known.has(file));
      for (const file of added) elsewhere.add(file);
      known = new Map([...known, ...added.map((file) => [file, stateOf(file)] as const)]);
    },
  };
}

/** Every file below a folder, packages and what is hidden left out. */
export function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
  } catch {
    // The folder went while it was looked through; that is a change, too.
    return [];
  }
}

function stateOf(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    // Gone, or a link that leads in a circle or where nobody may look: no code was loaded from there.
    return 'gone';
  }
}
