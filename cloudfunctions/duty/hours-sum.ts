import type { Mix, Stretch } from '../../types/duty-hours';
import type { DutyEvidence } from '../../types/duty-kind';
import { dutyEvidences } from '../../types/duty-kind';
import type { BookEntry } from './hours-records';

const MINUTE_MS = 60_000;

type Weighed = Pick<BookEntry, 'seq' | 'mix' | 'corrects'>;

/** Whole minutes of each evidence, the strongest first; a minute that was not full is none. */
export function mixOf(stretches: readonly Stretch[]): Mix {
  const lasted = new Map<DutyEvidence, number>();
  for (const { from, until, evidence } of stretches)
    lasted.set(evidence, (lasted.get(evidence) ?? 0) + Math.max(0, until - from));
  return ordered(new Map([...lasted].map(([evidence, ms]) => [evidence, Math.floor(ms / MINUTE_MS)])));
}

/** Minutes that count: what is only assumed does not. */
export const minutesOf = (mix: Mix): number =>
  mix.reduce((sum, { evidence, minutes }) => (evidence === 'assumed' ? sum : sum + minutes), 0);

/**
 * By the number of an entry that was corrected, that of the one which took its place: of an entry and all that correct
 * it, or correct a correction of it, the latest.
 */
export function replacements(entries: readonly Weighed[]): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  const latest = new Map<number, number>();
  for (const { seq, corrects } of [...entries].sort((one, other) => one.seq - other.seq)) {
    const root = corrects === null ? seq : (first.get(corrects) ?? corrects);
    first.set(seq, root);
    latest.set(root, seq);
  }
  const pairs = [...first].map(([seq, root]) => [seq, latest.get(root) ?? seq] as const);
  return new Map(pairs.filter(([seq, last]) => seq !== last));
}

/** Entries that stand: nothing took their place. */
export function standing<Entry extends Weighed>(entries: readonly Entry[]): Entry[] {
  const replaced = replacements(entries);
  return entries.filter(({ seq }) => !replaced.has(seq));
}

/** What entries come to, after corrections. */
export function sumOf(entries: readonly Weighed[]): { readonly minutes: number; readonly mix: Mix } {
  const total = new Map<DutyEvidence, number>();
  for (const { mix } of standing(entries))
    for (const { evidence, minutes } of mix) total.set(evidence, (total.get(evidence) ?? 0) + minutes);
  const mix = ordered(total);
  return { minutes: minutesOf(mix), mix };
}

const ordered = (minutes: ReadonlyMap<DutyEvidence, number>): Mix =>
  dutyEvidences
    .map((evidence) => ({ evidence, minutes: minutes.get(evidence) ?? 0 }))
    .filter((part) => part.minutes > 0);
