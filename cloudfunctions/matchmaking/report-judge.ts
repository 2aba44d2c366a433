import type { Standing } from '../member/standing';
import { studiosOf } from './bench-door';
import { evidenceOf } from './report-evidence';
import type { ReportRecord } from './report-records';
import { isAbout } from './report-subject';

/**
 * What an administrator may know of a report.
 *
 * - `decides`: of the studio's union or one above it, and a party to nothing.
 * - `made-it`: it is their own, which somebody else decides.
 * - `knows-nothing`: of another union, or it is about them, or they are the studio's matchmaker as well, whom reports
 *   go past. They hear what they would hear if there were none.
 */
export type Judge = 'decides' | 'made-it' | 'knows-nothing';

export function judgeOf(
  standing: Standing,
  report: Pick<ReportRecord, '_id' | 'sealed' | 'scope' | 'studioId'>,
): Judge {
  if (!standing.covers(report.scope, ['administrator'])) return 'knows-nothing';
  const evidence = evidenceOf(report);
  if (isAbout(evidence, standing.personId)) return 'knows-nothing';
  if (evidence.reporterId === standing.personId) return 'made-it';
  return studiosOf(standing).includes(report.studioId) ? 'knows-nothing' : 'decides';
}
