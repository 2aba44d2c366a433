import type { MatchLookView } from '@contract/match-profile';
import { dayOf } from '@/features/event/event-time';

/** Looks of one kind, by one matchmaker, on one day, that follow each other. */
export type LookLine = MatchLookView & { readonly times: number };

/** A list that is opened ten times a day is one line: what matters more is not lost among them. The latest counts. */
export function lookLines(looks: readonly MatchLookView[]): readonly LookLine[] {
  const lines: LookLine[] = [];
  for (const look of looks) {
    const last = lines.at(-1);
    if (last !== undefined && isSame(last, look)) lines.splice(-1, 1, { ...last, times: last.times + 1 });
    else lines.push({ ...look, times: 1 });
  }
  return lines;
}

const isSame = (one: MatchLookView, other: MatchLookView): boolean =>
  one.act === other.act && one.by === other.by && dayOf(one.at) === dayOf(other.at);
