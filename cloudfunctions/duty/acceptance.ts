import type { VolunteerState } from '../../types/duty-kind';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { VolunteerRecord } from './volunteer-records';

type Decision = 'accepted' | 'declined' | 'paused';

/** Which words of a head a volunteer can be given, by where they stand. Whoever has left comes back by asking anew. */
const words: Readonly<Record<VolunteerState, readonly Decision[]>> = {
  asked: ['accepted', 'declined'],
  accepted: ['paused'],
  paused: ['accepted', 'declined'],
  declined: ['accepted'],
  left: [],
};

/** The volunteer after the head's word; the very same record when that was said before. */
export function decidedOn(
  volunteer: VolunteerRecord,
  word: Decision,
  now: EpochMs,
): Result<VolunteerRecord, 'answered-already'> {
  if (volunteer.state === word) return agree(volunteer);
  if (!words[volunteer.state].includes(word)) return refuse('answered-already');
  return agree({ ...volunteer, state: word, waitingFor: [], since: now });
}
