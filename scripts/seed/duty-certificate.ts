import { numberOf, sealed, serviceOf } from '../../cloudfunctions/duty/certificate';
import { pairIdOf } from '../../cloudfunctions/duty/ids';
import type { BookEntry, CertificateRecord } from '../../cloudfunctions/duty/hours-records';
import type { VolunteerRecord } from '../../cloudfunctions/duty/volunteer-records';
import { CertificateCode, UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { addDays, shanghaiDay } from '../../types/time';
import { PAST_DAYS } from './duty-rosters';

/** Always the same, so that whoever shows the demonstration knows it. */
export const shownCode = CertificateCode.parse('7K2M9Q4TXHJB');

/** The certificate of a volunteer's last eight weeks, issued this morning. */
export function issued(volunteer: VolunteerRecord, entries: readonly BookEntry[], now: EpochMs): CertificateRecord {
  const [office] = volunteer.offices;
  if (office === undefined) throw new Error('A station without a union.');
  const unionId = UnionId.parse(office.unionId);
  const [from, until] = [addDays(shanghaiDay(now), -PAST_DAYS), addDays(shanghaiDay(now), -1)];
  return sealed({
    _id: pairIdOf('certificate', volunteer._id, 'shown'),
    personId: volunteer._id,
    state: 'issued',
    codeKey: shownCode,
    code: shownCode,
    name: volunteer.name,
    document: null,
    volunteerNo: volunteer.number,
    from,
    until,
    ...serviceOf(entries, from, until),
    unionId,
    unionName: office.name,
    scope: volunteer.scope,
    waitingFor: [],
    askedAt: now,
    responsible: '陆敏',
    handler: '沈建国',
    handlerId: null,
    contact: '021-5860 0000（演示）',
    number: numberOf(unionId, now, shownCode),
    issuedAt: now,
    revokedAt: null,
    reason: null,
    anchor: volunteer.chain,
  });
}
