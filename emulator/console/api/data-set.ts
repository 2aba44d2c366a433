import { parseBounded } from '../../bounded-json';
import type { CollectionDefinition, IndexDefinition } from '../../options';
import type { Collection } from '../../store/schema';

/**
 * The file of a data set: NDJSON, first a header, then a line `{"collection": …, "document": …}` for each document, in
 * canonical EJSON, each collection in its order of insertion.
 */
export const FORMAT = 'union-station-emulator';
export const VERSION = 1;

export type Header = {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly exportedAt: string;
  readonly collections: readonly CollectionDefinition[];
};

export type DocumentLine = { readonly collection: string; readonly document: string };

/** Not to be imported: not a data set at all, or one of another version. */
export type NotImportable = { readonly reason: string };

export function headerOf(collections: readonly Collection[], exportedAt: string): Header {
  return { format: FORMAT, version: VERSION, exportedAt, collections: collections.map(definitionOf) };
}

export function definitionOf({ name, indexes }: Collection): CollectionDefinition {
  return {
    name,
    indexes: indexes.map(({ name: index, keys, unique }) => ({
      name: index,
      keys,
      ...(unique ? { unique: true as const } : {}),
    })),
  };
}

export function documentLine(collection: string, text: string): string {
  return `{"collection":${JSON.stringify(collection)},"document":${text}}\n`;
}

export function readHeader(line: string): Header | NotImportable {
  const header = jsonOrNull(line) as Partial<Header> | null;
  if (header?.format !== FORMAT) return { reason: '第 1 行不是数据集的文件头，这不是从本地云导出的文件' };
  // The type speaks of what this version writes; the file may be another's.
  const version: unknown = header.version;
  if (version !== VERSION) return { reason: `文件是第 ${String(version)} 版格式，这里只认识第 ${VERSION} 版` };
  const { collections } = header;
  if (!Array.isArray(collections) || !collections.every(isDefinition) || !haveOwnNames(collections)) {
    return { reason: '文件头里的集合清单不完整，或有两个同名' };
  }
  return header as Header;
}

/** The document's own text is handed on as it stands where the line is as we write it, so that nothing is reordered. */
export function readDocumentLine(line: string): DocumentLine | undefined {
  const [, name, document] = /^\{"collection":("(?:[^"\\]|\\.)*"),"document":(\{.*\})\}$/.exec(line) ?? [];
  if (name !== undefined && document !== undefined) {
    const collection = jsonOrNull(name);
    return typeof collection === 'string' ? { collection, document } : undefined;
  }
  const json = jsonOrNull(line);
  if (typeof json !== 'object' || json === null || !('collection' in json) || !('document' in json)) return undefined;
  return typeof json.collection === 'string'
    ? { collection: json.collection, document: JSON.stringify(json.document) }
    : undefined;
}

const haveOwnNames = (named: readonly { readonly name: string }[]): boolean =>
  new Set(named.map(({ name }) => name)).size === named.length;

function isDefinition(value: unknown): value is CollectionDefinition {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('indexes' in value)) return false;
  const { name, indexes } = value;
  return typeof name === 'string' && Array.isArray(indexes) && indexes.every(isIndex) && haveOwnNames(indexes);
}

function isIndex(value: unknown): value is IndexDefinition {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('keys' in value)) return false;
  const { name, keys } = value;
  // The index of ids is there in any case.
  if (name === '_id_' || ('unique' in value && typeof value.unique !== 'boolean')) return false;
  return typeof name === 'string' && Array.isArray(keys) && keys.length > 0 && keys.every(isKey);
}

function isKey(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [field, direction] = value as readonly unknown[];
  return typeof field === 'string' && (direction === 1 || direction === -1 || direction === '2dsphere');
}

function jsonOrNull(text: string): unknown {
  try {
    return parseBounded(text);
  } catch {
    return null;
  }
}
