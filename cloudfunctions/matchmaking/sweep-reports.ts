import type { EpochMs } from '../../types/time';
import { EpochMs as At } from '../../types/time';
import { alarm } from '../runtime/log';
import { settleReport } from './report-effects';
import type { ReportRecord } from './report-records';
import { reports } from './report-records';

/** Reports that one run sees to: taking somebody out is as long as their leaving. */
const BATCH = 10;
/** After something went wrong it is tried again so much later, so that others are not held up by it. Milliseconds. */
const AGAIN_MS = 10 * 60_000;

/**
 * Does what calls that died have left of reports, and deletes those whose time is over.
 *
 * @returns how many were due
 */
export async function sweepReports(now: EpochMs): Promise<number> {
  const due = await reports.find({ dueAt: { upTo: now } }, { order: [['dueAt', 'asc']], limit: BATCH });
  let failed = 0;
  for (const report of due)
    try {
      await see(report, now);
    } catch {
      failed += 1;
    }
  if (failed > 0) alarm('match-report-unsettled', failed);
  return due.length;
}

async function see(report: ReportRecord, now: EpochMs): Promise<void> {
  const { _id, turn, effects } = report;
  if (effects.length === 0) {
    await reports.removeAll({ _id, turn });
    return;
  }
  const later = { ...report, dueAt: At.parse(now + AGAIN_MS) };
  await reports.update({ _id, turn }, { set: { dueAt: later.dueAt } });
  await settleReport(later, now);
}
