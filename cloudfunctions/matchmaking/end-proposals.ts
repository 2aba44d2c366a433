import type { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';

/** Ends every proposal of somebody that is open or mutual, as if nothing had come of it. @returns how many */
export const endProposalsOf = (_personId: PersonId, _now: EpochMs): Promise<number> => Promise.resolve(0);

/** Deletes every proposal of somebody, whatever came of it. @returns how many */
export const deleteProposalsOf = (_personId: PersonId): Promise<number> => Promise.resolve(0);
