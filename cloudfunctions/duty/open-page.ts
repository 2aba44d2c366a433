import { PageCursor } from '../../types/paging';

/**
 * Where a list of open shifts goes on: in the window of the soonest shifts from one `listKey` on and before another, at
 * a rank. A shift that somebody takes meanwhile, or that can be taken no longer, moves no other one off its page.
 */
export type OpenPlace = {
  readonly from: string;
  /** Where the window ends. Null: where its first page finds that it is full, or at the last of the days asked. */
  readonly before: string | null;
  /** Null: at the first of the window. */
  readonly rank: string | null;
};

/** A shift with its order in the list. Compared as text. */
export type Ranked = { readonly listKey: string; readonly rank: string };

/**
 * One page of a window, in the order of ranks, and where the next one begins: later in the same window until everything
 * in it was shown, then in the window behind it. Pages together are everything that was found, each of it once.
 *
 * @param found soonest first from where the window begins: all of it and one more, if there is one
 */
export function pageOf<Line extends Ranked>(
  found: readonly Line[],
  { from, before, rank }: OpenPlace,
  size: { readonly window: number; readonly page: number },
): { readonly lines: readonly Line[]; readonly next: OpenPlace | null } {
  const end = found[size.window]?.listKey ?? before;
  const left = found
    .slice(0, size.window)
    .filter((line) => rank === null || line.rank >= rank)
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const lines = left.slice(0, size.page);
  const first = left[size.page];
  if (first !== undefined) return { lines, next: { from, before: end, rank: first.rank } };
  return { lines, next: end === null ? null : { from: end, before: null, rank: null } };
}

/** Beyond half the earth. Metres. */
const NOWHERE_M = 99_999_999;

/** Those that one may take first, then the nearest, then the soonest. */
export const rankOf = (isMine: boolean, distanceM: number | null, listKey: string): string =>
  `${isMine ? 0 : 1}:${String(distanceM ?? NOWHERE_M).padStart(8, '0')}:${listKey}`;

const KEY = String.raw`\d{15}:d[0-9a-z]{11}`;
/** The first window begins at an instant, the others at a shift. */
const CURSOR = new RegExp(`^(\\d{15}|${KEY})(?:/(${KEY})?/([01]:\\d{8}:${KEY}))?$`);

export const cursorTo = ({ from, before, rank }: OpenPlace): PageCursor =>
  PageCursor.parse(rank === null ? from : `${from}/${before ?? ''}/${rank}`);

/** @returns null for what is no place in a list, which begins anew: whoever makes one up sees what is theirs anyway. */
export function readCursor(cursor: string | null | undefined): OpenPlace | null {
  const [, from, before = null, rank = null] = CURSOR.exec(cursor ?? '') ?? [];
  return from === undefined ? null : { from, before, rank };
}

/** The same in a list that is in order of time: every page of it is a window. */
export const atWindow = ({ from }: OpenPlace): OpenPlace => ({ from, before: null, rank: null });
