import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileFunction } from 'node:vm';
import type * as Esbuild from 'esbuild';
import type { CollectionDefinition, IndexDefinition } from '../options';
import { isObject, readJsonObject } from './json-file';
import { Refusal } from './refusal';

/**
 * Reads `collections` from a JSON file or from what a module exports.
 *
 * `{ "collections": [{ "name": "posts", "indexes": [{ "name": "by-author", "keys": [["author", 1]], "unique": true }] }] }`;
 * `indexes` may be left out, `keys` may be MongoDB's `{ "author": 1 }`, and a collection may be its name alone.
 *
 * @param told a file, or undefined for the project's database.json if it has one
 */
export async function readCollections(
  directory: string,
  told: string | undefined,
): Promise<readonly CollectionDefinition[]> {
  const file = told ?? join(directory, 'database.json');
  if (!existsSync(file)) {
    if (told === undefined) return [];
    throw new Refusal(`集合文件 ${file} 不存在。`);
  }
  const shown = relative(directory, file);
  const { collections } = extname(file) === '.json' ? (readJsonObject(file) ?? {}) : await load(file, shown);
  if (collections === undefined && told === undefined) return [];
  if (!Array.isArray(collections)) throw new Refusal(`${shown} 里没有 collections（集合的列表）。`);
  const definitions = (collections as readonly unknown[]).map((entry) => definitionOf(entry, shown));
  const twice = secondOf(definitions.map(({ name }) => name));
  if (twice !== undefined) throw new Refusal(`${shown} 里集合 ${twice} 写了两次。`);
  return definitions;
}

/** The first name that comes a second time. */
function secondOf(names: readonly string[]): string | undefined {
  return names.find((name, at) => names.indexOf(name) < at);
}

async function load(file: string, shown: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    if (!/\.[cm]?tsx?$/.test(file)) {
      const loaded = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
      return isObject(loaded['default']) ? { ...loaded['default'], ...loaded } : loaded;
    }
    const { buildSync } = createRequire(__filename)('esbuild') as typeof Esbuild;
    const { outputFiles } = buildSync({
      entryPoints: [file],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      write: false,
      logLevel: 'silent',
    });
    const module = { exports: {} };
    const run: (...given: readonly unknown[]) => unknown = compileFunction(
      outputFiles[0]?.text ?? '',
      ['module', 'exports', 'require'],
      { filename: file },
    ) as never;
    run(module, module.exports, createRequire(file));
    return module.exports;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Refusal(`${shown} 读不出来：${reason}`);
  }
}

function definitionOf(entry: unknown, shown: string): CollectionDefinition {
  if (typeof entry === 'string') return definitionOf({ name: entry }, shown);
  if (!isObject(entry) || typeof entry['name'] !== 'string') {
    throw new Refusal(`${shown} 的 collections 里有一项没有 name：${JSON.stringify(entry)}`);
  }
  const { name, indexes: listed = [] } = entry;
  // Source: MongoDB, names of collections.
  if (name === '' || /[\0$]/.test(name)) throw new Refusal(`${shown} 里集合的名字不能是 ${JSON.stringify(name)}。`);
  if (!Array.isArray(listed)) throw new Refusal(`${shown} 里集合 ${name} 的 indexes 应是列表。`);
  const place = `${shown} 里集合 ${name}`;
  const indexes = (listed as readonly unknown[]).map((index) => indexOf(index, place)).filter((one) => !isOfIds(one));
  const twice = secondOf(['_id_', ...indexes.map((index) => index.name)]);
  if (twice !== undefined) throw new Refusal(`${place} 已有名为 ${twice} 的索引，不能再有一个。`);
  return { ...entry, name, indexes };
}

/** The index that every collection has. Lists of a database's indexes name it, too. */
function isOfIds({ name, keys }: IndexDefinition): boolean {
  return name === '_id_' && keys.length === 1 && keys[0]?.[0] === '_id';
}

function indexOf(index: unknown, place: string): IndexDefinition {
  const keys = isObject(index) ? (isObject(index['keys']) ? Object.entries(index['keys']) : index['keys']) : undefined;
  if (!isObject(index) || !Array.isArray(keys) || keys.length === 0) {
    throw new Refusal(`${place} 的一个索引没有 keys，应写成 [["field", 1]]：${JSON.stringify(index)}`);
  }
  const pairs = (keys as readonly unknown[]).map((key) => {
    const [field, direction] = Array.isArray(key) ? (key as readonly unknown[]) : [];
    if (typeof field !== 'string' || (direction !== 1 && direction !== -1 && direction !== '2dsphere')) {
      throw new Refusal(`${place} 的索引键应是 [字段, 1 | -1 | "2dsphere"]，不能是 ${JSON.stringify(key)}。`);
    }
    return [field, direction] as const;
  });
  const { unique } = index;
  if (unique !== undefined && typeof unique !== 'boolean') {
    throw new Refusal(`${place} 的索引的 unique 应是 true 或 false，不能是 ${JSON.stringify(unique)}。`);
  }
  const name =
    typeof index['name'] === 'string' ? index['name'] : pairs.map(([field, way]) => `${field}_${way}`).join('_');
  return { name, keys: pairs, ...(unique === true ? { unique: true } : {}) };
}
