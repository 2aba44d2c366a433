import type { Stretch } from '../../types/duty-hours';
import type { DutyEvidence } from '../../types/duty-kind';
import { EpochMs } from '../../types/time';
import { stronger, weaker } from './evidence-rank';
import { COUNTS_EARLY_MS, COUNTS_LATE_MS } from './moments';
import type { ShiftPlace, ShiftRecord } from './shift-records';

type Window = Pick<ShiftRecord, 'startsAt' | 'endsAt'>;
type Clocked = Pick<ShiftPlace, 'state' | 'clockIn' | 'clockOut' | 'lastSignAt' | 'vouchedBy'>;

/** What somebody's coming rests on: a colleague's word makes up for a weak proof of their own. */
export const arrivalEvidence = ({ clockIn, vouchedBy }: Clocked): DutyEvidence | null => {
  if (clockIn === null) return null;
  return vouchedBy === null ? clockIn.evidence : stronger(clockIn.evidence, 'co-worker');
};

/**
 * The time that somebody served, with what it rests on.
 *
 * | the place is | from                            | until                           | rests on                      |
 * |--------------|---------------------------------|---------------------------------|-------------------------------|
 * | served       | clock in, 15 min before at most | clock out, 30 min after at most | the weaker of the two         |
 * | run out      | the same                        | the last sign of life           | their own word, made anywhere |
 * | run out      | the last sign of life           | the shift's end                 | nothing: assumed              |
 * | other        | –                               |                                 |                               |
 *
 * Nothing is ever longer than what was clocked, but for what is assumed, and that is never in a total.
 */
export function stretchesOf({ startsAt, endsAt }: Window, place: Clocked): Stretch[] {
  const { state, clockIn, clockOut, lastSignAt } = place;
  const arrival = arrivalEvidence(place);
  if (clockIn === null || arrival === null) return [];
  const from = Math.max(clockIn.at, startsAt - COUNTS_EARLY_MS);
  const latest = endsAt + COUNTS_LATE_MS;
  if (state === 'served' && clockOut !== null)
    return [stretch(from, Math.min(clockOut.at, latest), weaker(arrival, clockOut.evidence))].filter(isTime);
  if (state !== 'run-out') return [];
  const sign = Math.min(Math.max(from, lastSignAt ?? from), latest);
  return [stretch(from, sign, weaker(arrival, 'tap')), stretch(sign, endsAt, 'assumed')].filter(isTime);
}

const stretch = (from: number, until: number, evidence: DutyEvidence): Stretch => ({
  from: EpochMs.parse(from),
  until: EpochMs.parse(Math.max(from, until)),
  evidence,
});

const isTime = ({ from, until }: Stretch): boolean => until > from;
