import type { VolunteerState } from '../../types/duty-kind';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { VolunteerRecord } from './volunteer-records';
import { waitsFor } from './volunteering';

type Decision = 'accepted' | 'declined' | 'paused';

/** Which words of a head a volunteer can be given, by where they stand. Whoever has left comes back by asking anew. */
const words: Readonly<Record<VolunteerState, readonly Decision[]>> = {
  asked: ['accepted', 'declined'],
  accepted: ['paused'],
  paused: ['accepted', 'declined'],
  declined: ['accepted'],
  left: [],
};

/**
 * The volunteer after the head's word; the very same record when that was said before. Of somebody who is accepted
 * already, whose name waits, yes and no are about the name.
 *
 * @param calledName the name as the head read it: one that was written since waits on
 */
export function decidedOn(
  volunteer: VolunteerRecord,
  word: Decision,
  calledName: string | null,
  now: EpochMs,
): Result<VolunteerRecord, 'answered-already'> {
  const { state, heldName = null } = volunteer;
  const isNamed = heldName !== null && heldName === calledName;
  const turnsDown = isNamed && state === 'accepted' && word === 'declined';
  if (state === word && !isNamed) return agree(volunteer);
  if (state !== word && !turnsDown && !words[state].includes(word)) return refuse('answered-already');
  const isAgreed = isNamed && word === 'accepted';
  const named = isAgreed ? { calledName: heldName, heldName: null } : turnsDown ? { heldName: null } : {};
  const next = turnsDown ? state : word;
  const after = { ...volunteer, ...named, state: next, since: next === state ? volunteer.since : now };
  return agree({ ...after, waitingFor: waitsFor(after) });
}
