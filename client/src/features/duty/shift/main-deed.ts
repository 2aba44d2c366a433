import type { OwnPlace } from '@contract/duty-shift';
import type { ValueFor } from '@/use-question';
import { isDutyTime } from '../duty-time';

const HOUR_MS = 3_600_000;

export type ShownShift = ValueFor<'duty.showShift'>;

/** The one thing to do on the page of a shift. */
export type MainDeed = 'to-duty' | 'step-in' | 'take' | 'stand-by' | 'more' | null;

/** Whether a shift that is taken now can no longer be given back: one should know before. */
export const isBindingAtOnce = ({ shift, releaseHours }: ShownShift, now: number): boolean =>
  releaseHours > 0 && now >= shift.startsAt - releaseHours * HOUR_MS;

/** What is due comes first; then what one may still take. */
export function mainDeed({ shift, own, notMine }: ShownShift, now: number): MainDeed {
  if (own !== null) return ownDeed(own, now);
  if (shift.state !== 'planned' || shift.endsAt <= now) return 'more';
  if (notMine.length === 0) return 'take';
  // Full, and nothing else in the way: somebody may yet fall ill.
  return notMine.every((reason) => reason === 'full') && shift.standbyFree > 0 ? 'stand-by' : 'more';
}

function ownDeed(own: OwnPlace, now: number): MainDeed {
  if (own.shift.state === 'called-off') return null;
  if (isDutyTime(own, now)) return 'to-duty';
  return own.isStandby && own.isCalled && now < own.shift.endsAt ? 'step-in' : null;
}
