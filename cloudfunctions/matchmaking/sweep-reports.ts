import type { EpochMs } from '../../types/time';
import { PersonId } from '../../types/ids';
import { EpochMs as At } from '../../types/time';
import { alarm } from '../runtime/log';
import { newId } from '../runtime/platform';
import { settleReport } from './report-effects';
import { evidenceOf, sealedEvidence } from './report-evidence';
import type { ReportRecord } from './report-records';
import { bars, reports } from './report-records';

/** Reports that one run sees to: taking somebody out is as long as their leaving. */
const BATCH = 10;
/** After something went wrong it is tried again so much later, so that others are not held up by it. Milliseconds. */
const AGAIN_MS = 10 * 60_000;

/**
 * Whoever was taken out stays out so long, if no administrator lets them in before; the report says until then which
 * one it was. As long as a matchmaker's files are kept (Shenzhen's group standard of 2024). Milliseconds.
 */
const BARRED_MS = 3 * 365 * 86_400_000;

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
  if (effects.length === 0) return goOrThin(report, now);
  const later = { ...report, dueAt: At.parse(now + AGAIN_MS) };
  await reports.update({ _id, turn }, { set: { dueAt: later.dueAt } });
  await settleReport(later, now);
}

/** Of a report for which somebody is kept out there stays what says whose bar it is; everything else goes in time. */
async function goOrThin(report: ReportRecord, now: EpochMs): Promise<void> {
  const { _id, turn, state, decidedAt } = report;
  const barredUntil = state === 'removed' && decidedAt !== null ? At.parse(decidedAt + BARRED_MS) : now;
  if (now < barredUntil) {
    const thin = { ...evidenceOf(report), reporterId: PersonId.parse(`p${newId()}`), words: '', card: null };
    const fields = { sealed: sealedEvidence(_id, thin), photo: null, turn: turn + 1, dueAt: barredUntil };
    await reports.update({ _id, turn }, { set: fields });
    return;
  }
  // The bar first: without the report nobody could lift it any more.
  if (state === 'removed') await bars.removeAll({ _id: evidenceOf(report).barKey, reportId: _id });
  await reports.removeAll({ _id, turn });
}
