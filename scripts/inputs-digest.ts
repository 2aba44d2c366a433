import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './places';

/**
 * What a build is made of, as one digest: as long as it stays the same, there is nothing to build.
 *
 * @param inputs files, and folders with all that is in them, from the root
 * @param wish what the build was asked to be
 */
export function inputsDigest(inputs: readonly string[], wish: string): string {
  const hash = createHash('sha256').update(wish);
  for (const input of inputs) {
    const place = path.join(root, input);
    const files = path.extname(input) === '' ? filesUnder(place).filter(isBuilt).sort() : [place];
    for (const file of files) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(place: string): string[] {
  const entries = readdirSync(place, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Tests are no part of what is built. */
const isBuilt = (file: string): boolean => !/\.test\.tsx?$/.test(file);
