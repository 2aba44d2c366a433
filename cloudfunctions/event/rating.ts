import type { EpochMs } from '../../types/time';
import type { EventRecord } from './records';

/** Fewer stars than these ask the union for an answer. */
export const STARS_ENOUGH = 3;

/** When an event may be rated by those who came: from the end of its first session until it is archived. */
export function ratingTime(
  { state, sessions }: Pick<EventRecord, 'state' | 'sessions'>,
  now: EpochMs,
): 'open' | 'too-early' | 'too-late' {
  if (state === 'archived' || state === 'cancelled') return 'too-late';
  return now < Math.min(...sessions.map(({ endsAt }) => endsAt)) ? 'too-early' : 'open';
}
