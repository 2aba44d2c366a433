import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import type { HoursClaim } from './hours-records';

/** The second person: whoever says yes or no to hours that another wrote. */
export type Decider = {
  readonly personId: PersonId;
  readonly standing: Standing;
  readonly now: EpochMs;
};

/** The fields of a decision. */
export const decision = (
  state: 'agreed' | 'refused',
  reason: string | null,
  { personId, standing }: Decider,
): Partial<HoursClaim> => ({
  state,
  waitingFor: [],
  decidedBy: standing.name,
  decidedById: personId,
  decidedReason: reason,
});
