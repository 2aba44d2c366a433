import * as z from 'zod/mini';
import { PersonId, ProfileId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';
import { fingerprint, seal, unseal } from '../runtime/sealed';

/** Somebody who left, until nothing of theirs can turn up any more. */
export const LeavingRecord = z.object({
  _id: z.string(),
  /** Keyed fingerprint of the person, to find what is still to be done when they come back at once. */
  personKey: z.string(),
  /** `Leaver`, sealed for this record. */
  sealed: z.string(),
  /** Everything was gone through once. */
  isDone: z.boolean(),
  dueAt: EpochMs,
});
export type LeavingRecord = z.infer<typeof LeavingRecord>;
export const leavings = collection('match-leavings', LeavingRecord);

export const Leaver = z.object({ personId: PersonId, profileId: ProfileId, leftAt: EpochMs });
export type Leaver = z.infer<typeof Leaver>;

/** How long a call may take before the timer goes on with what it left. Milliseconds. */
const LEFT_MS = 60_000;
/** By then every call that had begun when somebody left is long over. Milliseconds. */
const SETTLED_MS = 15 * 60_000;

const placeOf = (id: string): string => `match-leaving:${id}`;

export const leaverKeyOf = (personId: PersonId): string => fingerprint('match-leaver', personId);

export function leavingOf(leaver: Leaver): LeavingRecord {
  const _id = fingerprint('match-leaving', leaver.profileId);
  return {
    _id,
    personKey: leaverKeyOf(leaver.personId),
    sealed: seal(JSON.stringify(leaver), placeOf(_id)),
    isDone: false,
    dueAt: EpochMs.parse(leaver.leftAt + LEFT_MS),
  };
}

/** @throws when it was not sealed here: the store was tampered with */
export function leaverOf({ _id, sealed }: LeavingRecord): Leaver {
  const opened = unseal(sealed, placeOf(_id));
  if (opened === null) throw new Error('What is left of somebody does not open.');
  return Leaver.parse(JSON.parse(opened));
}

export const settledAt = (now: EpochMs): EpochMs => EpochMs.parse(now + SETTLED_MS);
