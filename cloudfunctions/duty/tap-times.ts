import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { TAPS_LATE_MS } from './moments';

/** Clocks and networks are off by so much without anybody's doing. Milliseconds. */
const AHEAD_MS = 120_000;
/** From there on a phone is told that its clock is off. Milliseconds. */
const CLOCK_OFF_MS = 5 * 60_000;

/**
 * When a tap was made, by our clock: the phone's error, as its clock shows while it sends, is taken off.
 *
 * @param at as the phone's clock showed it
 * @param phoneNow what that clock shows now
 */
export function tapTime(at: EpochMs, phoneNow: EpochMs, now: EpochMs): Result<EpochMs, 'in-future' | 'too-old'> {
  const then = at + (now - phoneNow);
  if (then > now + AHEAD_MS) return refuse('in-future');
  if (then < now - TAPS_LATE_MS) return refuse('too-old');
  return agree(EpochMs.parse(Math.max(0, Math.min(then, now))));
}

/** How far a phone's clock is ahead of ours, where it is worth telling. Milliseconds. */
export const clockOff = (phoneNow: EpochMs, now: EpochMs): number | null =>
  Math.abs(phoneNow - now) > CLOCK_OFF_MS ? phoneNow - now : null;
