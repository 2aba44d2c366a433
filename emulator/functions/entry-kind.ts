import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';

/** Whether there is a folder of that path, or a link to one. */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() === true;
}

/** Whether there is a file of that path, or a link to one. A pipe or a device is none: reading it may never end. */
export function isFile(path: string): boolean {
  return statusOf(path)?.isFile() === true;
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A link that leads in a circle, or where nobody may look: nothing that could be used.
    return undefined;
  }
}
