import { nestsDeeper } from '../bounded-json';

/** A function's event as the gateway received it, or the reason why there is none. */
type EventBody =
  | { readonly is: 'event'; readonly event: Readonly<Record<string, unknown>> }
  | { readonly is: 'too-large' }
  | { readonly is: 'malformed' };

/** The cloud's gateway takes no more than this in a JSON body. Bytes. */
export const MOST_BODY_BYTES = 100 * 1024;

/** MongoDB's own limit, far above what a person's form holds. Whoever walks a deeper value may run out of stack. */
const MOST_LEVELS = 100;

/** Reads no further than the limit, whatever length the sender claims. */
export async function readEvent(body: AsyncIterable<Uint8Array> | null): Promise<EventBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body !== null) {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > MOST_BODY_BYTES) return { is: 'too-large' };
      chunks.push(chunk);
    }
  }
  if (size === 0) return { is: 'event', event: {} };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    if (nestsDeeper(text, MOST_LEVELS)) return { is: 'malformed' };
    const event: unknown = JSON.parse(text);
    const isObject = typeof event === 'object' && event !== null && !Array.isArray(event);
    return isObject ? { is: 'event', event: event as Readonly<Record<string, unknown>> } : { is: 'malformed' };
  } catch {
    return { is: 'malformed' };
  }
}
