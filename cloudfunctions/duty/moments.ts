import { EpochMs, NEVER } from '../../types/time';
import type { ShiftRecord } from './shift-records';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Somebody may clock in so long before a shift begins: the door is opened, the kettle filled. Milliseconds. */
export const CLOCK_IN_EARLY_MS = 30 * MINUTE_MS;
/** Minutes before the shift count from here on at most. Milliseconds. */
export const COUNTS_EARLY_MS = 15 * MINUTE_MS;
/** And so long after its end: a handover takes a while. Then the clock is closed for whoever forgot it. Milliseconds. */
export const COUNTS_LATE_MS = 30 * MINUTE_MS;
/** Whoever has not clocked in by then is late: the standby is called. Milliseconds. Source: issue, T+10. */
export const STANDBY_AFTER_MS = 10 * MINUTE_MS;
/** And by then the head. Milliseconds. */
export const HEAD_AFTER_MS = 20 * MINUTE_MS;
/** Taps made without a network arrive for so long after the shift. Milliseconds. */
export const TAPS_LATE_MS = 24 * HOUR_MS;
/** A call lives for less than a minute: what it left undone is the timer's by then. Milliseconds. */
export const SETTLED_AFTER_MS = 120_000;
/** How far ahead a gap is told, the farthest first. Hours. */
export const GAP_STAGES_H = [72, 24, 4] as const;

type Timed = Pick<ShiftRecord, 'startsAt' | 'endsAt' | 'state' | 'told' | 'effects' | 'places'>;

/** When the timer must look at a shift next; `NEVER` when time changes nothing any more. */
export function sweepsAt(shift: Timed, now: EpochMs): EpochMs {
  const { startsAt, endsAt, state, effects } = shift;
  if (effects.length > 0) return EpochMs.parse(now + SETTLED_AFTER_MS);
  if (state !== 'planned') return NEVER;
  const ahead = [
    ...GAP_STAGES_H.map((hours) => startsAt - hours * HOUR_MS),
    startsAt + STANDBY_AFTER_MS,
    startsAt + HEAD_AFTER_MS,
    endsAt + COUNTS_LATE_MS,
    endsAt + TAPS_LATE_MS,
  ].filter((at) => at > now);
  return EpochMs.parse(ahead.length === 0 ? now : Math.min(...ahead));
}
