import { readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { isFile, isFolder } from './entry-kind';
import { executeFail } from './function-errors';
import type { FunctionSettings } from './settings';
import { DEFAULT_HANDLER } from './settings';

/** Where the code of a function lies. */
export type FunctionFolder = {
  readonly directory: string;
  readonly file: string;
  readonly exportName: string;
  readonly isModule: boolean;
};

/** Source: SCF, names of functions. */
export function isFunctionName(name: string): boolean {
  return /^[A-Za-z][\w-]{0,59}$/.test(name);
}

/**
 * Finds a function by its name, as `<root>/<name>/index.js` unless its settings say otherwise.
 *
 * @returns undefined where there is no such folder
 */
export function findFunction(root: string, name: string, settings: FunctionSettings = {}): FunctionFolder | undefined {
  // The name comes from a URL: nothing but a plain name may become a path.
  if (!isFunctionName(name)) return undefined;
  const directory = settings.directory ?? join(root, name);
  if (!isFolder(directory)) return undefined;
  const handler = settings.handler ?? DEFAULT_HANDLER;
  const dot = handler.lastIndexOf('.');
  const [path, exportName] = [handler.slice(0, dot), handler.slice(dot + 1)];
  const file = ['.js', '.cjs', '.mjs']
    .map((ending) => resolve(directory, `${path}${ending}`))
    .find((candidate) => candidate.startsWith(directory + sep) && isFile(candidate));
  if (dot < 1 || file === undefined) {
    // A folder beside the functions that holds what they share is none itself.
    if (settings.handler === undefined) return undefined;
    throw executeFail(`the handler ${handler} of the function ${name} is not in its folder`);
  }
  return { directory, file, exportName, isModule: isModule(file, directory) };
}

function isModule(file: string, directory: string): boolean {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs')) return false;
  for (let folder = dirname(file); folder.startsWith(dirname(directory)); folder = dirname(folder)) {
    const type = typeOf(join(folder, 'package.json'));
    if (type !== undefined) return type === 'module';
    if (folder === dirname(folder)) break;
  }
  return false;
}

/** The `type` of a package.json: `commonjs` where it has none, undefined where there is no such file. */
function typeOf(file: string): string | undefined {
  if (!isFile(file)) return undefined;
  try {
    const { type } = JSON.parse(readFileSync(file, 'utf8')) as { type?: unknown };
    return typeof type === 'string' ? type : 'commonjs';
  } catch {
    return 'commonjs';
  }
}
