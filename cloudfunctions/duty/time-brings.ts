import type { EpochMs } from '../../types/time';
import { standbyCalled } from './late';
import type { Moment } from './moments';
import { dueMoments } from './moments';
import { ended } from './run-out';
import { wantedOf } from './shift-index';
import type { ShiftRecord } from './shift-records';

/** From this stage on neighbours are asked as well. Hours. */
const CALL_FROM_H = 24;

export const dueFor = (shift: ShiftRecord, now: EpochMs): Moment[] => dueMoments(shift, wantedOf(shift), now);

/** A shift after what time did to it by itself; the very same where it did nothing. Whom that concerns is told after. */
export function broughtBy(shift: ShiftRecord, now: EpochMs): ShiftRecord {
  const due = dueFor(shift, now);
  const brings = (what: Moment['brings']): boolean => due.some((moment) => moment.brings === what);
  let next = shift;
  if (!next.isCall && due.some((moment) => moment.brings === 'gap' && moment.hours <= CALL_FROM_H))
    next = { ...next, isCall: true };
  if (brings('late') || brings('standby'))
    next = { ...next, standby: standbyCalled(next, now), told: [...next.told, ...keysOf(due, ['late', 'standby'])] };
  if (brings('end')) next = ended(next);
  if (brings('close')) next = { ...next, state: 'closed' };
  return next;
}

/** What `told` remembers of these. */
export const keysOf = (due: readonly Moment[], which: readonly Moment['brings'][]): string[] =>
  due.flatMap((moment) => ('key' in moment && which.includes(moment.brings) ? [moment.key] : []));
