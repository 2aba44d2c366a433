import type { EpochMs } from '../../types/time';
import type { Proposal } from './proposal-records';

/** Whether what came of a proposal may still be reported: while it lasts, and after it ended until it is deleted. */
export const mayReport = ({ state, dueAt }: Pick<Proposal, 'state' | 'dueAt'>, now: EpochMs): boolean =>
  state !== 'ended' || now < dueAt;
