import type { WishId } from '../../types/ids';
import { Contended } from '../runtime/database';
import { evidenceOf } from './report-evidence';
import type { ReportRecord } from './report-records';
import { reports } from './report-records';

/** The reports that somebody made of a proposal, in their order. One round trip. */
export async function madeBefore(places: readonly WishId[]): Promise<ReportRecord[]> {
  const found = await reports.find({ _id: { in: places } }, { limit: places.length });
  return places.flatMap((place) => found.filter(({ _id }) => _id === place));
}

/** Whether it is the very same request. */
export const isOf = (report: ReportRecord, requestKey: string): boolean => evidenceOf(report).requestKey === requestKey;

/**
 * Keeps a report in the first place that is free. Places are filled in their order, so that the same request, however
 * often it is sent at once, finds the one that was quicker; the last one answers for all that come after.
 */
export async function keepReport(
  places: readonly WishId[],
  requestKey: string,
  make: (place: WishId) => ReportRecord,
): Promise<ReportRecord> {
  let quicker: ReportRecord | null = null;
  for (const place of places) {
    const fresh = make(place);
    if ((await reports.insert(fresh)) === 'inserted') return fresh;
    quicker = await reports.get(place);
    if (quicker !== null && isOf(quicker, requestKey)) return quicker;
  }
  if (quicker === null) throw new Contended('A report is there and is not.');
  return quicker;
}
