import { createHash } from 'node:crypto';
import type { DrawEntry } from '../../types/event-draw';
import type { Quota } from '../../types/event-form';
import type { QuotaGroup } from '../../types/event-kind';
import type { Lot } from '../../types/ids';

/** One entry as it was drawn: its place in the order, and the quota that it won a place of. */
export type Drawn = { readonly lot: Lot; readonly people: number; readonly won: QuotaGroup | null };

/**
 * A draw that anybody can make again with nothing but SHA-256 (docs/decisions/0015): the same seed, entries and quotas
 * give the same order whoever computes it, in whatever order the entries come.
 *
 * An entry's rank is SHA-256 of seed, digest of all entries and its lot, lowest first. In that order each takes the
 * first of its quotas that has room for all of its people; whom nothing fits waits at its rank.
 *
 * @param seed 64 hexadecimal digits, hashed as text like everything here
 */
export function drawn(seed: string, entries: readonly DrawEntry[], quotas: readonly Quota[]): readonly Drawn[] {
  const digest = entriesDigest(entries);
  const free = new Map<QuotaGroup, number>(quotas.map(({ group, places }) => [group, places]));
  return entries
    .map((entry) => ({ entry, rank: sha256(`${seed}${digest}${entry.lot}`) }))
    .sort((one, other) => inOrder(one.rank, other.rank))
    .map(({ entry: { lot, people, quotas: wanted } }) => {
      const won = wanted.find((group) => (free.get(group) ?? 0) >= people) ?? null;
      if (won !== null) free.set(won, (free.get(won) ?? 0) - people);
      return { lot, people, won };
    });
}

/** SHA-256 of all entries, a line each in the order of their lots: one left out, added or changed gives another. */
export const entriesDigest = (entries: readonly DrawEntry[]): string => sha256(byLot(entries).map(entryLine).join(''));

/** `7K2M9QXA 3 members,anyone` and a line break. */
const entryLine = ({ lot, people, quotas }: DrawEntry): string => `${lot} ${people} ${quotas.join(',')}\n`;

export const byLot = (entries: readonly DrawEntry[]): DrawEntry[] =>
  [...entries].sort((one, other) => inOrder(one.lot, other.lot));

/** What is promised before the draw: the seed cannot be another one afterwards. */
export const commitmentTo = (seed: string): string => sha256(seed);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** By code unit, as every machine sorts these letters; a language's own order would differ from phone to phone. */
const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
