import { inflateSync } from 'node:zlib';

/** What a test can see of a PDF without drawing it. */
export type ReadPdf = {
  readonly pages: number;
  readonly fonts: number;
  /** Every sign that an embedded font has a shape for. */
  readonly signs: ReadonlySet<string>;
};

export function readPdf(file: Buffer): ReadPdf {
  const text = file.toString('latin1');
  if (!text.startsWith('%PDF-') || !text.trimEnd().endsWith('%%EOF')) throw new Error('This is no whole PDF.');
  const signs = new Set<string>();
  for (const map of streams(file, text).filter((stream) => stream.includes('beginbfrange')))
    for (const sign of signsOf(map)) signs.add(sign);
  return {
    pages: text.match(/\/Type \/Page\b/g)?.length ?? 0,
    fonts: text.match(/\/FontFile[23]?\b/g)?.length ?? 0,
    signs,
  };
}

/** All compressed streams, opened. */
function streams(file: Buffer, text: string): string[] {
  const found: string[] = [];
  for (const { index } of text.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)) {
    const start =
      text.indexOf('stream', index) + 'stream'.length + (text[text.indexOf('stream', index) + 6] === '\r' ? 2 : 1);
    const end = text.indexOf('endstream', start);
    found.push(inflateSync(file.subarray(start, end)).toString('latin1'));
  }
  return found;
}

/** A map of shapes to text names signs in UTF-16, four letters each. */
function* signsOf(map: string): Generator<string> {
  const [, ranges = ''] = /beginbfrange([\s\S]*?)endbfrange/.exec(map) ?? [];
  for (const [, list = ''] of ranges.matchAll(/\[([^\]]*)\]/g))
    for (const [, hex = ''] of list.matchAll(/<([0-9a-fA-F]+)>/g))
      yield Buffer.from(hex, 'hex').swap16().toString('utf16le');
}
