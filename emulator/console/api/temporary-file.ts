import { mkdtempSync, openSync, readSync, rmSync, closeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';

/** A file that is gone when its work is done. */
type TemporaryFile = { readonly path: string; remove(): void };

export function temporaryFile(name: string): TemporaryFile {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-console-'));
  return { path: join(folder, name), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const CHUNK_BYTES = 1024 * 1024;

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
      const lines = (rest + decoder.write(chunk.subarray(0, size))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    rest += decoder.end();
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}
