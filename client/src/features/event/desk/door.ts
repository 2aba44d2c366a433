import type { EventSummary } from '@contract/event-view';
import type { EpochMs } from '@contract/time';

/** People are received from an hour before a session on, as the server has it. Milliseconds. */
const OPENS_BEFORE_MS = 3_600_000;

export type DoorTime = { readonly at: 'open' | 'none' } | { readonly at: 'later'; readonly opensAt: EpochMs };

/** Whether people are received now, or from when on they are. */
export function doorOf({ state, nextAt }: Pick<EventSummary, 'state' | 'nextAt'>, now: number): DoorTime {
  if (state !== 'published' && state !== 'closed') return { at: 'none' };
  const opensAt = (nextAt - OPENS_BEFORE_MS) as EpochMs;
  return now < opensAt ? { at: 'later', opensAt } : { at: 'open' };
}
