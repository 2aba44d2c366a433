import { statSync } from 'node:fs';

/** Whether there is a folder of that path, or a link to one. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
