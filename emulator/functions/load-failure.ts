import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as Esbuild from 'esbuild';
import { filesIn } from './file-changes';
import type { FunctionFolder } from './function-folder';

/**
 * Names the file and the line of a function that cannot be read: `SyntaxError: … (index.js:2)`.
 *
 * @returns undefined for any other failure
 */
export function whereBroken(folder: FunctionFolder, message: string, stack: string): string | undefined {
  if (!/^SyntaxError: /m.test(stack)) return undefined;
  const [, place, line] = /^(\S.*):(\d+)\n/.exec(stack) ?? [];
  // A text that was parsed while running is no file.
  if (place !== undefined && line !== undefined) {
    const path = place.startsWith('file:') ? fileURLToPath(place) : place;
    return `SyntaxError: ${message} (${relative(folder.directory, path)}:${line})`;
  }
  const found = folder.isModule ? firstBroken(folder.directory) : undefined;
  return found === undefined ? undefined : `SyntaxError: ${message} (${found})`;
}

/** Node does not say where an ES module is broken, so all of them are read once more. */
function firstBroken(directory: string): string | undefined {
  const { transformSync } = createRequire(__filename)('esbuild') as typeof Esbuild;
  for (const file of filesIn(directory).filter((name) => /\.m?js$/.test(name))) {
    try {
      transformSync(readFileSync(file, 'utf8'), { loader: 'js', format: 'esm', logLevel: 'silent' });
    } catch (error) {
      const [first] = (error as { errors?: readonly { location?: { line: number } | null }[] }).errors ?? [];
      return `${relative(directory, file)}:${first?.location?.line ?? 1}`;
    }
  }
  return undefined;
}
