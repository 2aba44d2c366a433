import { existsSync, readFileSync } from 'node:fs';
import { isFile } from '../functions/entry-kind';
import { Refusal } from './refusal';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A JSON file that should hold an object; undefined where there is no such file. */
export function readJsonObject(file: string): JsonObject | undefined {
  if (!existsSync(file)) return undefined;
  if (!isFile(file)) throw new Refusal(`${file} 不是普通文件，没有读。`);
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    } catch (error) {
      throw new Refusal(`${file} 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const found = read();
  if (!isObject(found)) throw new Refusal(`${file} 应是一个 JSON 对象。`);
  return found;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
