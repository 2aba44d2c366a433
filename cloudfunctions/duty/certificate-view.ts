import type { Certificate } from '../../types/duty-hours';
import { shanghaiDay } from '../../types/time';
import type { CertificateRecord } from './hours-records';

/** A certificate as its volunteer and the issuing union read it. */
export const certificateView = (record: CertificateRecord): Certificate => ({
  code: record.code,
  certificateId: record._id,
  state: record.state,
  name: record.name,
  document: record.document,
  volunteerNo: record.volunteerNo,
  from: record.from,
  until: record.until,
  minutes: record.minutes,
  mix: record.mix,
  content: record.content,
  issuer: issuerOf(record),
  number: record.number,
  issuedOn: record.issuedAt === null ? null : shanghaiDay(record.issuedAt),
  reason: record.reason,
});

function issuerOf({ unionName, responsible, handler, contact }: CertificateRecord): Certificate['issuer'] {
  if (responsible === null || handler === null || contact === null) return null;
  return { unionName, responsible, handler, contact };
}
