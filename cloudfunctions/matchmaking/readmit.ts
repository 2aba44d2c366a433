import * as z from 'zod/mini';
import { WishId } from '../../types/ids';
import { reportStates } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { evidenceOf } from './report-evidence';
import { judgeOf } from './report-judge';
import type { ReportRecord } from './report-records';
import { bars, reports } from './report-records';
import { reportRow } from './report-view';
import type { Handler } from './scene';

/** The timer may strike what is done of a report meanwhile. */
const TRIES = 3;

export const readmit: Handler<'readmit'> = async ({ reportId }, { standing }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const report = await reports.get(reportId);
    if (report === null) return refuse('report-not-found');
    const judge = judgeOf(standing, report);
    if (judge !== 'decides') return refuse(judge === 'made-it' ? 'outside-your-unions' : 'report-not-found');
    if (report.state !== 'removed' && report.state !== 'readmitted') return refuse('not-removed');
    // What is still to be done of the removal would bar them anew.
    if (report.effects.length > 0) throw new Contended('They are still being taken out.');
    const after = { ...report, state: 'readmitted' as const, turn: report.turn + 1 };
    const { state, turn } = after;
    const outcome =
      report.state === 'readmitted'
        ? 'updated'
        : await reports.update({ _id: reportId, turn: report.turn }, { set: { state, turn } });
    if (outcome === 'updated') return agree({ report: reportRow(after), mayJoin: await lifted(report) });
  }
  throw new Contended('A report changed each time.');
};

/** As many reports about one person as are looked through. */
const MOST = 100;
const Decided = z.object({ _id: WishId, state: z.enum(reportStates), decidedAt: z.nullable(EpochMs) });
const decided = { schema: Decided, fields: ['state', 'decidedAt'] };

/**
 * Takes the bar away, unless another report stands for it. The bar is read first: one that is set anew meanwhile is
 * another report's, and stays.
 */
async function lifted(report: ReportRecord): Promise<boolean> {
  const { barKey } = evidenceOf(report);
  const bar = await bars.get(barKey);
  const same = await reports.findParts({ subjectKey: report.subjectKey }, decided, { limit: MOST });
  const [other] = same
    .filter(({ _id, state }) => _id !== report._id && state === 'removed')
    .toSorted((one, two) => (two.decidedAt ?? 0) - (one.decidedAt ?? 0));
  if (other !== undefined) {
    // Whose bar it is from now on: a bar goes with the report it names, and would outlive both.
    await bars.update({ _id: barKey, reportId: report._id }, { set: { reportId: other._id } });
    return false;
  }
  if (bar !== null) await bars.removeAll({ _id: barKey, reportId: bar.reportId });
  return true;
}
