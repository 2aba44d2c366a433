import type { PersonId } from '../../types/ids';
import type { MatchLook } from '../../types/match-kind';
import { sides } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { newId } from '../runtime/platform';
import type { Look } from './look-records';
import { looks } from './look-records';
import type { Proposal } from './proposal-records';

/** As long as a profile may lie there without being renewed, twice. Milliseconds. */
const KEPT_MS = 365 * 86_400_000;

export type Looker = {
  /** The matchmaker's name in the role, and the studio. */
  readonly name: string;
  readonly studioName: string;
};

/**
 * Writes that a matchmaker looked at these profiles, before they are shown; each person reads their own. One round
 * trip, none for nobody.
 */
export const writeLooks = (
  subjects: readonly PersonId[],
  act: MatchLook,
  looker: Looker,
  now: EpochMs,
): Promise<void> => writeActs(new Map([[act, subjects]]), looker, now);

/** The same where people are looked at in several ways at once. */
export async function writeActs(
  acts: ReadonlyMap<MatchLook, readonly PersonId[]>,
  { name, studioName }: Looker,
  now: EpochMs,
): Promise<void> {
  const fresh = [...acts].flatMap(([act, subjects]) =>
    [...new Set(subjects)].map((subjectId): Look => {
      const _id = newId();
      return {
        _id,
        subjectId,
        at: now,
        act,
        by: `${studioName} ${name}`.trim(),
        listKey: `${String(now).padStart(15, '0')}:${_id}`,
        purgeAt: EpochMs.parse(now + KEPT_MS),
      };
    }),
  );
  if (fresh.length === 0) return;
  if ((await looks.insertMany(fresh)) === 'duplicate') throw new Error('A look that is new was there already.');
}

/**
 * Those whom a list of proposals names: one that ended names nobody, and whoever is in it from a mixer alone has no
 * profile that anybody could have looked at.
 */
export const namedIn = (listed: readonly Proposal[]): PersonId[] =>
  listed
    .filter(({ state }) => state !== 'ended')
    .flatMap((proposal) => sides.map((side) => proposal[side]))
    .flatMap(({ personId, profileId }) => (profileId === null ? [] : [personId]));
