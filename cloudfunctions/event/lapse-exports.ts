import type { EpochMs } from '../../types/time';
import { closeExportCase } from './export-case';
import { exportsAsked } from './export-records';
import { stateAt } from './export-request';

/** As many as one run of the timer takes on; the next run takes the rest. */
const BATCH = 20;

/**
 * The sweep's part for tables that were asked for: what nobody decided within a day leaves the queue, what was agreed to
 * and not fetched is over, and after three years nothing is kept. Two round trips, more for each that ran out.
 *
 * @returns how many ran out or went
 */
export async function lapseExports(now: EpochMs): Promise<number> {
  const over = await exportsAsked.find(
    { isOver: false, expiresAt: { upTo: now } },
    { order: [['expiresAt', 'asc']], limit: BATCH },
  );
  for (const record of over) {
    // The case first: after a crash in between the request is found again here.
    await closeExportCase(record, now);
    await exportsAsked.update(
      { _id: record._id, state: record.state, expiresAt: record.expiresAt },
      { set: { state: stateAt(record, now), isOver: true } },
    );
  }
  const old = await exportsAsked.find({ purgeAt: { upTo: now } }, { order: [['purgeAt', 'asc']], limit: BATCH });
  for (const { _id } of old) await exportsAsked.remove(_id);
  return over.length + old.length;
}
