import type { OwnPlace } from '../../types/duty-shift';
import type { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { CLOCK_IN_EARLY_MS } from './moments';
import { mayChangeHands } from './place-steps';
import type { ShiftRecord } from './shift-records';
import type { Summed } from './shift-view';
import { shiftSummary } from './shift-view';

const HOUR_MS = 3_600_000;

type Timed = Pick<ShiftRecord, 'startsAt' | 'releaseHours'>;

/** Until then a place may be given back: the union still finds somebody. */
export const releaseDeadline = ({ startsAt, releaseHours }: Timed): EpochMs =>
  EpochMs.parse(Math.max(0, startsAt - releaseHours * HOUR_MS));

/** Somebody's own place at a shift, or their standing by; null for whoever has neither. */
export function ownPlace(
  shift: Summed & Pick<ShiftRecord, 'releaseHours'>,
  personId: PersonId,
  now: EpochMs,
): OwnPlace | null {
  const place = shift.places[personId];
  const isPlanned = shift.state === 'planned';
  if (place !== undefined) {
    const isHeld = isPlanned && mayChangeHands(place);
    const deadline = releaseDeadline(shift);
    return {
      shift: shiftSummary(shift),
      role: place.role,
      state: place.state,
      isStandby: false,
      isCalled: false,
      mayRelease: isHeld && now < deadline,
      releaseUntil: isHeld && now < deadline ? deadline : null,
      mayClockInFrom: isHeld ? EpochMs.parse(shift.startsAt - CLOCK_IN_EARLY_MS) : null,
      excuse: place.excuse === null ? null : { words: place.excuse.words, accepted: place.excuse.accepted },
    };
  }
  const standing = shift.standby[personId];
  const [need] = shift.needs;
  if (standing === undefined || need === undefined) return null;
  return {
    shift: shiftSummary(shift),
    role: need.role,
    state: 'held',
    isStandby: true,
    isCalled: standing.calledAt !== null,
    // Whoever only stands by may say no at any time, and also when they are called.
    mayRelease: isPlanned && now < shift.endsAt,
    releaseUntil: null,
    mayClockInFrom: null,
    excuse: null,
  };
}
