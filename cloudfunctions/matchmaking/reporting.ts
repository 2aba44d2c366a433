import type { EpochMs } from '../../types/time';
import type { Audience } from './card';
import type { Proposal } from './proposal-records';

/** Whether what came of a proposal may still be reported: while it lasts, and after it ended until it is deleted. */
export const mayReport = ({ state, dueAt }: Pick<Proposal, 'state' | 'dueAt'>, now: EpochMs): boolean =>
  state !== 'ended' || now < dueAt;

/** Whose eyes a card is for while a proposal stands there; null once it is shown no more. */
export const audienceOf = ({ state }: Pick<Proposal, 'state'>): Audience | null =>
  state === 'open' ? 'proposal' : state === 'mutual' ? 'mutual' : null;
