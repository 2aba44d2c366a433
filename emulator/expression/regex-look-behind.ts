/**
 * How long what a look-behind sees may be, alternative by alternative: PCRE looks back by a fixed number of characters
 * only, but each alternative may have its own.
 */
type Lengths = {
  /** Those of the alternatives that are over. */
  readonly over: readonly number[];
  /** Of the alternative that is being read; undefined where it has no one length. */
  readonly current: number | undefined;
  /** Of the last piece in it, which a quantifier repeats. */
  readonly last: number | undefined;
};

const EMPTY: Lengths = { over: [], current: 0, last: undefined };

/**
 * Whether a look-behind has an alternative without a fixed length.
 *
 * @param body in JavaScript's spelling, without brackets
 */
export function looksBackUnevenly(body: string): boolean {
  const open: { readonly around: Lengths; readonly isLook: boolean }[] = [];
  let here = EMPTY;
  for (const [piece] of body.matchAll(PIECE)) {
    if (piece === '|') {
      if (open.length === 0 && here.current === undefined) return true;
      here = { ...EMPTY, over: [...here.over, here.current ?? NaN] };
    } else if (piece.startsWith('(')) {
      open.push({ around: here, isLook: /^\(\?<?[=!]/.test(piece) });
      here = EMPTY;
    } else if (piece === ')') {
      const { around, isLook } = open.pop() ?? { around: EMPTY, isLook: false };
      here = followed(around, isLook ? 0 : lengthOf(here));
    } else if (/^[*+?{]/.test(piece)) here = repeated(here, piece);
    else here = followed(here, /^(?:[\^$]|\\[bB])$/.test(piece) ? 0 : /^\\(?:[1-9]|k<)/.test(piece) ? undefined : 1);
  }
  return here.current === undefined;
}

const PIECE =
  /\\(?:u\{[^}]*\}|[pP]\{[^}]*\}|x[\da-fA-F]{2}|c[A-Za-z]|k<\w+>|[1-9]\d*|[^])|\[(?:\\[^]|[^\]])*\]|\(\?(?:<?[=!]|:|<\w+>)|(?:[*+?]|\{\d+(?:,\d*)?\})\??|[^]/gu;

function followed(before: Lengths, length: number | undefined): Lengths {
  const current = before.current === undefined || length === undefined ? undefined : before.current + length;
  return { over: before.over, current, last: length };
}

// A group's, if all its alternatives have the same.
function lengthOf({ over, current }: Lengths): number | undefined {
  return over.every((length) => length === current) ? current : undefined;
}

function repeated({ over, current, last }: Lengths, quantifier: string): Lengths {
  const [, times] = /^\{(\d+)\}/.exec(quantifier) ?? [];
  const isFixed = times !== undefined && current !== undefined && last !== undefined;
  return { over, current: isFixed ? current + last * (Number(times) - 1) : undefined, last: undefined };
}
