import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CloudError } from '../cloud-error';
import { isFolder } from '../functions/entry-kind';
import { findFunction, isFunctionName } from '../functions/function-folder';
import type { FunctionSettings } from '../functions/settings';
import { DEFAULT_HANDLER } from '../functions/settings';

/** Whether a function of that name can be called. One whose handler is missing cannot, and is no reason not to start. */
export function isCallable(root: string, name: string, settings: FunctionSettings | undefined): boolean {
  try {
    return findFunction(root, name, settings) !== undefined;
  } catch (error) {
    if (error instanceof CloudError) return false;
    throw error;
  }
}

/**
 * A sentence for each folder that looks like a function and is none, and for each function that has no folder. Those
 * that are still to be compiled share one.
 */
export function leftOut(
  root: string,
  known: Readonly<Record<string, FunctionSettings>>,
  found: readonly string[],
): readonly string[] {
  const missing = Object.keys(known).filter((name) => !found.includes(name));
  const folders = readdirSync(root).filter((name) => !found.includes(name) && isFolder(join(root, name)));
  const names = [
    ...new Set([...folders.filter((name) => !name.startsWith('.') && name !== 'node_modules'), ...missing]),
  ];
  const sources = names.map((name) => [name, sourceOf(root, name, known[name])] as const);
  const uncompiled = sources.flatMap(([name, source]) => (source === undefined ? [] : [{ name, source }]));
  return [
    ...names
      .filter((name) => sourceOf(root, name, known[name]) === undefined)
      .flatMap((name) => reasonOf(root, name, known[name]) ?? []),
    ...toCompile(uncompiled),
  ];
}

/** The TypeScript that a function consists of, where nothing is compiled yet. */
function sourceOf(root: string, name: string, settings: FunctionSettings | undefined): string | undefined {
  const folder = settings?.directory ?? join(root, name);
  return isFunctionName(name) ? ['index.ts', 'src/index.ts'].find((file) => existsSync(join(folder, file))) : undefined;
}

function toCompile(functions: readonly { readonly name: string; readonly source: string }[]): readonly string[] {
  const [first] = functions;
  if (first === undefined) return [];
  const [names, { source }] = [functions.map(({ name }) => name).join('、'), first];
  return [
    `函数 ${names} 只有 ${source}，没有 index.js，不能调用：请先构建这个项目，或在函数的目录里编译，例如 npx esbuild ${source} --bundle --platform=node --packages=external --outfile=index.js`,
  ];
}

function reasonOf(root: string, name: string, settings: FunctionSettings | undefined): string | undefined {
  const folder = settings?.directory ?? join(root, name);
  const has = (file: string): boolean => existsSync(join(folder, file));
  if (!has('.')) return `cloudbaserc.json 列出的函数 ${name} 没有目录，不能调用`;
  if (!isFunctionName(name)) {
    return has('index.js')
      ? `${name} 不能作函数名（字母开头，只含字母、数字、_ 和 -，最多 60 个字符），不能调用`
      : undefined;
  }
  // A folder that nobody calls a function holds what functions share.
  return settings === undefined
    ? undefined
    : `函数 ${name} 的目录里没有它的 handler ${settings.handler ?? DEFAULT_HANDLER}，不能调用`;
}
