import type { OwnPlace } from '@contract/duty-shift';

/** The door may be opened, or stands open: the page of the day is one tap away. */
export function isDutyTime({ shift, state, isStandby, mayClockInFrom }: OwnPlace, now: number): boolean {
  if (state === 'on-duty') return true;
  return state === 'held' && !isStandby && mayClockInFrom !== null && mayClockInFrom <= now && now < shift.endsAt;
}
