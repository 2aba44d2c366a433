import { agree, refuse } from '../../types/result';
import { evidenceOf, openedScreen } from './report-evidence';
import { judgeOf } from './report-judge';
import { reports } from './report-records';
import { subjectThere } from './report-subject';
import { reportRow } from './report-view';
import type { Handler } from './scene';

/** More than anybody is reported before they are taken out. */
const EARLIER_READ = 100;

/**
 * A report with what was shown to whoever made it. No look is written for whom it is about: what they read would tell
 * them that there is a report, and soon whose it is.
 */
export const showReport: Handler<'showReport'> = async ({ reportId }, { standing }) => {
  const report = await reports.get(reportId);
  if (report === null) return refuse('report-not-found');
  const judge = judgeOf(standing, report);
  if (judge !== 'decides') return refuse(judge === 'made-it' ? 'outside-your-unions' : 'report-not-found');
  const evidence = evidenceOf(report);
  const { words, card, calledName } = evidence;
  const [same, there] = await Promise.all([
    reports.find({ subjectKey: report.subjectKey }, { limit: EARLIER_READ }),
    subjectThere(evidence, report),
  ]);
  const earlier = same.filter(({ _id, state, at }) => _id !== reportId && at <= report.at && state !== 'dismissed');
  return agree({
    report: reportRow(report),
    words,
    photo: openedScreen(report),
    card,
    calledName,
    earlier: earlier.length,
    isStillThere: there !== null,
    answer: report.answer,
  });
};
