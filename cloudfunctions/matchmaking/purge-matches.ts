import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import { looks } from './look-records';
import { purgePairs } from './pair-marks';
import { bookings } from './sitting-records';
import { pledges } from './studio-records';
import { sweepReports } from './sweep-reports';

/** A pledge that ran out is kept so long, for questions about what was read under it. Days. */
const PLEDGE_KEPT_DAYS = 365;

/** Marks of pairs that one run looks at: each is opened. */
const PAIRS_LOOKED_AT = 200;

/**
 * What is kept no longer: looks, marks of pairs, appointments that are over, pledges, reports. What is written anew
 * meanwhile stays: each goes on condition that its time is still over.
 *
 * @returns how many went, or were seen to
 */
export async function purgeMatches(now: EpochMs): Promise<number> {
  const counts = [
    await looks.removeAll({ purgeAt: { upTo: now } }),
    // Marks lie there sealed: which of them hold no more is found by opening them.
    await purgePairs(now, PAIRS_LOOKED_AT),
    await bookings.removeAll({ purgeAt: { upTo: now } }),
    await pledges.removeAll({ until: { before: addDays(shanghaiDay(now), -PLEDGE_KEPT_DAYS) } }),
    await sweepReports(now),
  ];
  return counts.reduce((sum, count) => sum + count, 0);
}
