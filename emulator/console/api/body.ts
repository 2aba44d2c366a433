import type { Context } from 'hono';
import { parseBounded } from '../../bounded-json';
import { RequestError } from './words';

/** A document may have 16 MB, and the page sends the text it has read beside the one that was typed. Bytes. */
const MOST_JSON_BYTES = 64 * 1024 * 1024;

export type Fields = Readonly<Record<string, unknown>>;

/** The JSON object that the page sent. */
export async function jsonOf(c: Context): Promise<Fields> {
  const text = new TextDecoder().decode(await bytesOf(c));
  try {
    const json = parseBounded(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields;
  } catch {
    // Answered below: neither is an object.
  }
  throw new RequestError('请求内容不是 JSON 对象');
}

/** Reads no further than the limit, whatever length the sender claims. */
async function bytesOf(c: Context): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of streamOf(c)) {
    size += chunk.byteLength;
    if (size > MOST_JSON_BYTES) throw new RequestError(`请求内容超过 ${MOST_JSON_BYTES / 1024 / 1024} MB`, 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export async function* streamOf(c: Context): AsyncGenerator<Uint8Array> {
  const reader = c.req.raw.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading early wants no more of it.
    await reader.cancel().catch(() => undefined);
  }
}

export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new RequestError(`${name} 应是文字`);
  return value;
}

export function wholeNumberIn(fields: Fields, name: string, most: number): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new RequestError(`${name} 应是 0 到 ${most} 的整数`);
  return value;
}
