/**
 * JPEG files without what a camera writes beside the picture: where it was taken, when, by which phone, a thumbnail of
 * what was cut off. Marker codes: ITU-T T.81, table B.1.
 */
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;
/** Which colours the numbers mean; it says nothing of anybody. */
const ADOBE = 0xee;

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef && marker !== ADOBE;
/** Restarts within a scan, and a byte of the picture that looks like a marker. */
const isWithinScan = (marker: number): boolean => marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7);

/** Frame headers of every way of coding; between them lie tables (C4, CC) and a code that is reserved (C8). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** @returns null for anything that is no whole JPEG */
export function withoutTraces(file: Buffer): Buffer | null {
  const kept = partsOf(file)?.filter(({ marker }) => marker !== COMMENT && !isApplication(marker));
  return kept === undefined ? null : Buffer.concat(kept.map(({ at, ends }) => file.subarray(at, ends)));
}

/** Pixels, as its one frame says. @returns null for anything that is no whole JPEG of one frame */
export function sizeOf(file: Buffer): { readonly width: number; readonly height: number } | null {
  const [frame, ...others] = partsOf(file)?.filter(({ marker }) => isFrame(marker)) ?? [];
  if (frame === undefined || others.length > 0 || frame.ends - frame.at < FRAME_LEAST) return null;
  const [height, width] = [file.readUInt16BE(frame.at + 5), file.readUInt16BE(frame.at + 7)];
  // A height of 0 is told only behind the picture.
  return width === 0 || height === 0 ? null : { width, height };
}

/** Marker, length, precision, height, width. Bytes. */
const FRAME_LEAST = 9;

type Part = { readonly marker: number; readonly at: number; readonly ends: number };

/** Start, parts in their order, end. What stands behind the end is left out. Null for anything that is no whole JPEG. */
function partsOf(file: Buffer): Part[] | null {
  if (file[0] !== 0xff || file[1] !== START) return null;
  const parts: Part[] = [{ marker: START, at: 0, ends: 2 }];
  for (let at = 2; ;) {
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined) return null;
    if (marker === 0xff) {
      at += 1; // Filling before a marker.
      continue;
    }
    // Moving pictures and second pictures are put behind the end.
    if (marker === END)
      return parts.some((part) => part.marker === SCAN) ? [...parts, { marker, at, ends: at + 2 }] : null;
    const length = at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0;
    const segmentEnds = at + 2 + length;
    if (length < 2 || segmentEnds > file.length) return null;
    const ends = marker === SCAN ? scanEnds(file, segmentEnds) : segmentEnds;
    if (ends === null) return null;
    parts.push({ marker, at, ends });
    at = ends;
  }
}

/** Where the coded picture ends: at the next marker that is none of its own. */
function scanEnds(file: Buffer, from: number): number | null {
  for (let at = from; at + 1 < file.length; at += 1) {
    const marker = file[at + 1];
    if (file[at] === 0xff && marker !== undefined && marker !== 0xff && !isWithinScan(marker)) return at;
  }
  return null;
}
