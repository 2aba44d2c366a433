import type { ProposalState } from '../../types/match-kind';
import { EpochMs, NEVER } from '../../types/time';
import type { Change } from '../runtime/filter';
import type { Proposal } from './proposal-records';

const DAY_MS = 86_400_000;
/** What was never mutual is a line of a list for so long after its day, for a report that comes late. Milliseconds. */
const ENDED_KEPT_MS = 30 * DAY_MS;
/** What was mutual goes so long after its day: the last follow-up is over by then. Milliseconds. */
const MUTUAL_KEPT_MS = 120 * DAY_MS;

/** When a proposal that stands so is deleted, counted from its day whenever it ended. */
export const goneAt = (revealsAt: EpochMs, state: ProposalState): EpochMs =>
  EpochMs.parse(revealsAt + (state === 'mutual' ? MUTUAL_KEPT_MS : ENDED_KEPT_MS));

/**
 * What ending does to a proposal: everything that anybody said in it goes. There is one way to end, so that the store
 * tells a no from nothing else.
 */
export const endedChange = ({
  state,
  revealsAt,
}: Pick<Proposal, 'state' | 'revealsAt'>): Required<Pick<Change, 'set'>> => ({
  set: {
    state: 'ended',
    ...endedSide('one'),
    ...endedSide('other'),
    contactUntil: null,
    followUpAt: NEVER,
    dueAt: goneAt(revealsAt, state),
  },
});

const endedSide = (side: 'one' | 'other'): Readonly<Record<string, unknown>> => ({
  [`${side}.named`]: null,
  [`${side}.hides`]: [],
  [`${side}.words`]: null,
  [`${side}.answer`]: null,
  [`${side}.contact`]: null,
  [`${side}.followsUp`]: true,
  [`${side}.done`]: [],
  [`${side}.told`]: [],
});
