import type * as z from 'zod/mini';
import type { ReportRow } from '../../types/match-safety';
import type { ReportRecord } from './report-records';

type Row = z.infer<typeof ReportRow>;

/** A report in a list: which studio, why, since when. Nobody is named. */
export const reportRow = ({ _id, studioId, studioName, reason, state, at }: Omit<ReportRecord, 'photo'>): Row => ({
  reportId: _id,
  studioId,
  studioName,
  reason,
  state,
  at,
});
