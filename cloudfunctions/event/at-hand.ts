import type { Role } from '../../types/contract';
import type { EventId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { Standing } from '../member/standing';
import type { EventRecord } from './records';
import { events } from './records';

/** An event of the caller's union or of one below it. One round trip. */
export async function eventAtHand(
  id: EventId,
  standing: Standing,
  wanted: readonly Role[],
): Promise<Result<EventRecord, 'event-not-found' | 'outside-your-unions'>> {
  const event = await events.get(id);
  if (event === null) return refuse('event-not-found');
  return standing.covers(event.scope, wanted) ? agree(event) : refuse('outside-your-unions');
}
