import type { SmallPhoto } from '../../types/duty-tap';
import type { WishId } from '../../types/ids';
import { fingerprint, seal, unseal } from '../runtime/sealed';
import type { ReportRecord } from './report-records';
import { Evidence } from './report-records';

const placeOf = (reportId: WishId): string => `match-report:${reportId}`;
const photoPlaceOf = (reportId: WishId): string => `match-report-photo:${reportId}`;

/**
 * Whom a report is about, so that earlier ones are found and nobody without the key finds out who it is, nor whether
 * they were barred. Drawn from the key of their bar, which stays theirs when they leave.
 */
export const subjectKeyOf = ({ barKey }: Pick<Evidence, 'barKey'>): string =>
  fingerprint('match-report-subject', barKey);

export const sealedEvidence = (reportId: WishId, evidence: Evidence): string =>
  seal(JSON.stringify(evidence), placeOf(reportId));

/** @throws when it was not sealed here for this report: the store was tampered with */
export function evidenceOf({ _id, sealed }: Pick<ReportRecord, '_id' | 'sealed'>): Evidence {
  const opened = unseal(sealed, placeOf(_id));
  if (opened === null) throw new Error('A report does not open.');
  return Evidence.parse(JSON.parse(opened));
}

export const sealedScreen = (reportId: WishId, photo: SmallPhoto | null): string | null =>
  photo === null ? null : seal(photo, photoPlaceOf(reportId));

/** @returns null where there is none, or it cannot be opened any more */
export const openedScreen = ({ _id, photo }: Pick<ReportRecord, '_id' | 'photo'>): SmallPhoto | null =>
  photo === null ? null : (unseal(photo, photoPlaceOf(_id)) as SmallPhoto | null);
