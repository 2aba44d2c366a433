import type { InputOf } from '../../types/contract';
import type { safetyActions } from '../../types/match-safety';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { dueOf, settleReport } from './report-effects';
import { evidenceOf, sealedEvidence } from './report-evidence';
import { judgeOf } from './report-judge';
import type { ReportEffect, ReportRecord } from './report-records';
import { reports } from './report-records';
import { subjectThere } from './report-subject';
import { reportRow } from './report-view';
import type { Handler } from './scene';

type Decision = InputOf<typeof safetyActions.decideReport>;

/** The timer may strike what is done of a report between reading and deciding. */
const TRIES = 3;

export const decideReport: Handler<'decideReport'> = async (decision, { now, standing }) => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const report = await reports.get(decision.reportId);
    if (report === null) return refuse('report-not-found');
    const judge = judgeOf(standing, report);
    if (judge !== 'decides') return refuse(judge === 'made-it' ? 'outside-your-unions' : 'report-not-found');
    const decided = await decidedBy(report, decision, now);
    if (!decided.ok) return decided;
    const stored = await keep(report, decided.value);
    if (stored) return agree({ report: reportRow(await settleReport(decided.value, now)) });
  }
  throw new Contended('A report changed each time.');
};

/** The report after the decision; as it stands where it was this very one that was made before. */
async function decidedBy(
  report: ReportRecord,
  { outcome, answer }: Decision,
  now: EpochMs,
): Promise<Result<ReportRecord, 'decided-already'>> {
  if (report.state !== 'open')
    return report.state === outcome && report.answer === answer ? agree(report) : refuse('decided-already');
  const effects: ReportEffect[] = [...report.effects, 'answer'];
  // Whoever left by themselves meanwhile is barred all the same, and not told.
  const evidence = evidenceOf(report);
  const subjectId = outcome === 'removed' ? await subjectThere(evidence, report) : null;
  if (outcome === 'removed') effects.push('remove');
  if (subjectId !== null) effects.push('say-removed');
  // Whoever had left and is back is written down: once they are taken out nothing else says whom to tell.
  const sealed = subjectId === null ? report.sealed : sealedEvidence(report._id, { ...evidence, subjectId });
  const decided = {
    ...report,
    sealed,
    state: outcome,
    answer,
    decidedAt: now,
    waitingFor: [],
    effects,
    turn: report.turn + 1,
  };
  return agree({ ...decided, dueAt: dueOf(decided, now) });
}

/** @returns false when somebody else was quicker */
async function keep(before: ReportRecord, after: ReportRecord): Promise<boolean> {
  if (after === before) return true;
  const { _id, ...fields } = after;
  return (await reports.update({ _id, turn: before.turn }, { set: fields })) === 'updated';
}
