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

/** @returns null for anything that is no whole JPEG */
export function withoutTraces(file: Buffer): Buffer | null {
  if (file[0] !== 0xff || file[1] !== START) return null;
  const kept: Buffer[] = [file.subarray(0, 2)];
  let hasPicture = false;
  for (let at = 2; ;) {
    const marker = file[at + 1];
    if (file[at] !== 0xff || marker === undefined) return null;
    if (marker === 0xff) {
      at += 1; // Filling before a marker.
      continue;
    }
    // What stands behind the end is no part of the picture: moving pictures and second pictures are put there.
    if (marker === END) return hasPicture ? Buffer.concat([...kept, file.subarray(at, at + 2)]) : null;
    const length = at + 4 <= file.length ? file.readUInt16BE(at + 2) : 0;
    const segmentEnds = at + 2 + length;
    if (length < 2 || segmentEnds > file.length) return null;
    const ends = marker === SCAN ? scanEnds(file, segmentEnds) : segmentEnds;
    if (ends === null) return null;
    hasPicture ||= marker === SCAN;
    if (marker !== COMMENT && !isApplication(marker)) kept.push(file.subarray(at, ends));
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
