import { mkdtempSync, openSync, readSync, rmSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { RequestError } from './words';

/** A file that is gone when its work is done. */
type TemporaryFile = { readonly path: string; remove(): void };

export function temporaryFile(name: string): TemporaryFile {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-console-'));
  return { path: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const CHUNK_BYTES = 1024 * 1024;

/** No document of 16 MB is as long, however much its numbers and escapes swell it. Characters. */
const LONGEST_LINE = 128 * 1024 * 1024;

/** The lines of a file one after the other, at once and without holding more than one chunk of it; blank ones too. */
export function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (;;) {
      const size = readSync(file, chunk, 0, CHUNK_BYTES, null);
      if (size === 0) break;
      // Put together only once it is whole: a long line must not be copied with each chunk.
      const [head = '', ...others] = decoder.write(chunk.subarray(0, size)).split('\n');
      const lines = [rest + head, ...others];
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE) throw new RequestError('文件里有一行太长，这不是从本地云导出的文件', 413);
      yield* lines;
    }
    rest += decoder.end();
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}
