import * as z from 'zod/mini';
import { agree } from '../../types/result';
import { judgeOf } from './report-judge';
import { ReportRecord, reports } from './report-records';
import { reportRow } from './report-view';
import type { Handler } from './scene';

const OPEN_SHOWN = 200;
const DECIDED_SHOWN = 50;

/** Pictures stay where they are. */
const Listed = z.omit(ReportRecord, { photo: true });
const listed = { schema: Listed, fields: Object.keys(Listed.shape) };

/** Those that wait, the longest first, and the latest that are decided; none that the caller is a party to. */
export const listReports: Handler<'listReports'> = async (_nothing, { standing }) => {
  const unions = standing.unionsAs(['administrator']);
  const [open, all] = await Promise.all([
    reports.findParts({ waitingFor: { in: unions } }, listed, { order: [['at', 'asc']], limit: OPEN_SHOWN }),
    reports.findParts({ scope: { in: unions } }, listed, { order: [['at', 'desc']], limit: OPEN_SHOWN }),
  ]);
  const decides = (report: z.infer<typeof Listed>): boolean => judgeOf(standing, report) === 'decides';
  return agree({
    open: open.filter(decides).map(reportRow),
    decided: all
      .filter((report) => report.state !== 'open' && decides(report))
      .slice(0, DECIDED_SHOWN)
      .map(reportRow),
  });
};
