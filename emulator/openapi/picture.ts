import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc32';

const CELLS = 16;

/**
 * A square picture that stands in for a mini-program code: the same content gives the same pattern, other content
 * another. A phone can read nothing from it.
 *
 * @param width in pixels
 * @returns a PNG, eight bits of grey for each pixel
 */
export function drawCode(content: string, width: number): Buffer {
  const bits = createHash('sha256').update(content).digest();
  const cell = (at: number): number => Math.min(CELLS - 1, Math.floor((at * CELLS) / width));
  const isDark = (x: number, y: number): boolean => {
    const bit = cell(y) * CELLS + cell(x);
    return (((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1) === 1;
  };
  // Each row begins with the byte that says how it is filtered: not at all.
  const rows = Buffer.alloc((width + 1) * width);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = isDark(x, y) ? 0 : 255;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
