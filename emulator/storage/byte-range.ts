/** The part of a file that was asked for; both ends belong to it. */
export type ByteRange = { readonly first: number; readonly last: number };

/**
 * What a `Range` header asks for, of a file so long.
 *
 * @returns 'all' without one, and for what is no single range of bytes: then the header is to be ignored; 'none' for a
 * range that lies beyond the file
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | 'all' | 'none' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'all';
  if (first === '')
    return Number(last) === 0 || bytes === 0 ? 'none' : { first: Math.max(0, bytes - Number(last)), last: bytes - 1 };
  if (last !== '' && Number(last) < Number(first)) return 'all';
  if (Number(first) >= bytes) return 'none';
  return { first: Number(first), last: last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1) };
}
