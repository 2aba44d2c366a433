import type { EpochMs } from '../../types/time';
import { indexed } from './event-index';
import { lineOfClock, saveEvent } from './event-saving';
import type { EventStep } from './lifecycle';
import { nextByClock, stepped } from './lifecycle';
import type { EventRecord, HistoryLine } from './records';

/**
 * The sweep's part: what time does to an event. Registration closes, the event has been held, a month later it is
 * archived; a timer that slept takes all that is due. Once the state is `held`, the sweep marks who did not come.
 * One round trip when something is due, none otherwise.
 *
 * @returns the event as it is now; null when somebody saved it meanwhile, and the sweep looks again
 */
export async function moveByClock(event: EventRecord, now: EpochMs): Promise<EventRecord | null> {
  const { state, acts } = stateByClock(event, now);
  if (acts.length === 0) return event;
  const history = acts.map((act) => lineOfClock(act, now));
  return saveEvent(event, indexed({ ...event, state }), { history, at: now });
}

/** Where time has taken an event by now, and the steps in their order. */
export function stateByClock(
  event: EventRecord,
  now: EpochMs,
): { readonly state: EventRecord['state']; readonly acts: readonly HistoryLine['act'][] } {
  let state = event.state;
  const acts: HistoryLine['act'][] = [];
  for (let next = nextByClock(event); next !== null && next.at <= now; next = nextByClock({ ...event, state })) {
    state = stepped(state, next.step) ?? state;
    const act = told[next.step];
    if (act !== undefined) acts.push(act);
  }
  return { state, acts };
}

const told: Partial<Record<EventStep, HistoryLine['act']>> = { close: 'closed', hold: 'held', archive: 'archived' };
