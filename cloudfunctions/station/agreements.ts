import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import type { Allowance } from './recount';
import { stations } from './records';
import { AGREEMENT_NOTICE_DAYS, attentionOf } from './station-index';

/** As many as one run takes on; the next run takes the rest. */
const BATCH = 40;

/** Calls for attention where an agreement with an outlet's firm has come near its end. @returns how many stations */
export async function noticeAgreements(now: EpochMs, allowance: Allowance): Promise<number> {
  const soon = addDays(shanghaiDay(now), AGREEMENT_NOTICE_DAYS);
  const ending = await stations.find(
    { 'outlet.agreedUntil': { upTo: soon }, 'attention.0': { exists: false } },
    { order: [['outlet.agreedUntil', 'asc']], limit: BATCH },
  );
  allowance.trips -= 1 + ending.length;
  for (const station of ending)
    await stations.update(
      { _id: station._id, revision: station.revision },
      { set: { attention: attentionOf(station, now) } },
    );
  return ending.length;
}
