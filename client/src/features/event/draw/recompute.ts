import type { DrawEntry } from '@contract/event-draw';
import type { Quota } from '@contract/event-form';
import type { QuotaGroup } from '@contract/event-kind';
import type { Lot } from '@contract/ids';
import { sha256Of } from './sha256';

/** What was published of a draw that has been made. */
export type Published = {
  readonly commitment: string;
  readonly seed: string;
  readonly entriesDigest: string;
  readonly count: number;
  readonly quotas: readonly Quota[];
  /** As many men win as women. */
  readonly inPairs: boolean;
};

export type Ranked = { readonly lot: Lot; readonly people: number; readonly won: QuotaGroup | null };

export type Recomputed = {
  /** The seed is the one that was promised. */
  readonly isSeedKept: boolean;
  /** As many entries as were published, each number once, and their digest is the published one. */
  readonly isListWhole: boolean;
  /** By rank, the first first. */
  readonly order: readonly Ranked[];
};

/** Ranks that are computed before the screen may move again. */
const STRETCH = 500;

/**
 * Makes a draw again on this phone, from what the server published and with a SHA-256 of its own: written apart from
 * the server's draw, so that a mistake or a trick there does not repeat itself here. The rule is in decisions 0015 and
 * 0023.
 *
 * @param pause is told how many ranks are computed, and gives the screen its turn
 */
export async function recompute(
  published: Published,
  entries: readonly DrawEntry[],
  pause: (done: number) => Promise<void>,
): Promise<Recomputed> {
  const { seed, commitment, entriesDigest, count, quotas, inPairs } = published;
  const digest = sha256Of(...entryLines(entries));
  const ranked: { readonly hash: string; readonly entry: DrawEntry }[] = [];
  for (const entry of entries) {
    ranked.push({ hash: sha256Of(seed, digest, entry.lot), entry });
    if (ranked.length % STRETCH === 0) await pause(ranked.length);
  }
  ranked.sort(({ hash: one }, { hash: other }) => compared(one, other));
  return {
    isSeedKept: sha256Of(seed) === commitment,
    isListWhole:
      digest === entriesDigest && entries.length === count && new Set(entries.map(({ lot }) => lot)).size === count,
    order: givenOut(
      ranked.map(({ entry }) => entry),
      inPairs ? levelled(quotas, entries) : quotas,
    ),
  };
}

/** A line for each entry in the order of their numbers; what the digest is of, and what one copies to check elsewhere. */
export const entryLines = (entries: readonly DrawEntry[]): string[] =>
  [...entries]
    .sort((one, other) => compared(one.lot, other.lot))
    .map(({ lot, people, quotas }) => `${lot} ${people} ${quotas.join(',')}\n`);

/** No quota has more places than the one that is asked for least. */
function levelled(quotas: readonly Quota[], entries: readonly DrawEntry[]): Quota[] {
  let least = Infinity;
  for (const { group, places } of quotas) {
    let wanted = 0;
    for (const entry of entries) if (entry.quotas.includes(group)) wanted += 1;
    least = Math.min(least, wanted, places);
  }
  return quotas.map(({ group }) => ({ group, places: least }));
}

/** In the order of rank each takes the first of its quotas in which all of its people find room. */
function givenOut(order: readonly DrawEntry[], quotas: readonly Quota[]): Ranked[] {
  const left: Partial<Record<QuotaGroup, number>> = {};
  for (const { group, places } of quotas) left[group] = places;
  const outcome: Ranked[] = [];
  for (const { lot, people, quotas: wanted } of order) {
    let won: QuotaGroup | null = null;
    for (const group of wanted) {
      const room = left[group] ?? 0;
      if (won !== null || room < people) continue;
      left[group] = room - people;
      won = group;
    }
    outcome.push({ lot, people, won });
  }
  return outcome;
}

const compared = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
