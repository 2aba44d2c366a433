import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { CertificateRecord } from './hours-records';

export const tellOfCertificate = (
  { _id, personId, unionName, reason }: CertificateRecord,
  kind: 'certificate-answered' | 'certificate-revoked',
  at: EpochMs,
): Promise<void> =>
  tell([{ to: personId, kind, once: _id, at, subject: unionName, eventId: null, when: null, words: reason }]);
