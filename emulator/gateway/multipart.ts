/** One field of a form. A file has a content type, and mostly a file name. */
export type FormPart = {
  readonly content: Buffer;
  readonly contentType: string | undefined;
  readonly filename: string | undefined;
};

/** The SDK and browsers send some ten. */
const MOST_PARTS = 100;

/** What HTTP itself lets headers have, by Node's default. Bytes. */
const MOST_HEADER_BYTES = 16 * 1024;

/**
 * The fields of a `multipart/form-data` body, byte for byte: the SDK sends binary data in a field that has neither a
 * file name nor a content type, which the platform's own parser would read as text.
 *
 * @returns no field at all for what is no such body or has more than a hundred; of two fields with one name the later
 */
export function parseMultipart(body: Buffer, contentType: string): ReadonlyMap<string, FormPart> {
  const parts = new Map<string, FormPart>();
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) return parts;
  const mark = Buffer.from(`--${boundary}`);
  const nextMark = Buffer.from(`\r\n--${boundary}`);
  let from = body.indexOf(mark);
  for (let count = 0; from >= 0; count += 1) {
    const start = from + mark.length;
    const next = body.indexOf(nextMark, start);
    if (next < 0) break;
    if (count === MOST_PARTS) return new Map();
    // After the mark comes a line's end, which belongs to it.
    addPart(parts, body.subarray(start + 2, next));
    from = next + 2;
  }
  return parts;
}

function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  return quoted ?? plain;
}

function addPart(parts: Map<string, FormPart>, part: Buffer): void {
  const end = part.indexOf('\r\n\r\n');
  if (end < 0 || end > MOST_HEADER_BYTES) return;
  const headers = part.subarray(0, end).toString('utf8');
  const [, name] = /^content-disposition:.*?[;\s]name="([^"]*)"/im.exec(headers) ?? [];
  if (name === undefined) return;
  parts.set(name, {
    content: part.subarray(end + 4),
    contentType: /^content-type:\s*([^\r\n]+)/im.exec(headers)?.[1]?.trim(),
    filename: /^content-disposition:.*?filename="([^"]*)"/im.exec(headers)?.[1],
  });
}
