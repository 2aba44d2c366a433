import { createHash } from 'node:crypto';
import type { PersonId } from '../../types/ids';
import { Lot } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { Told } from '../event/details';
import { keptDetails } from '../event/details';
import type { EventRecord } from '../event/records';
import type { Registration } from '../event/registration-records';
import { registrationId } from '../event/registration-records';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const lotOf = (text: string): Lot =>
  Lot.parse(
    [...createHash('sha256').update(`lot:${text}`).digest().subarray(0, 8)].map((byte) => letters[byte % 32]).join(''),
  );

/**
 * 李小飞's registration, who waits alone since an hour after registration opened. `more` says what the test is about;
 * `told` what they said about themselves.
 */
export function aRegistration(
  event: EventRecord,
  personId: PersonId,
  { told = {}, ...more }: Partial<Registration> & { readonly told?: Partial<Told> } = {},
): Registration {
  const _id = registrationId(event._id, personId);
  const registeredAt = more.registeredAt ?? EpochMs.parse(event.opensAt + 3_600_000);
  const lot = more.lot ?? lotOf(_id);
  return {
    _id,
    eventId: event._id,
    personId,
    revision: 1,
    state: 'waiting',
    claim: createHash('sha256').update(_id).digest('base64url').slice(0, 22),
    groups: event.quotas.map(({ group }) => group),
    group: null,
    people: 1 + (told.children?.length ?? 0),
    until: null,
    ...keptDetails(_id, { name: '李小飞', children: [], answers: {}, ...told }, event),
    guardianConsent: null,
    rating: null,
    missed: null,
    excuse: null,
    steps: [{ at: registeredAt, step: more.state === 'entered' ? 'enter' : 'wait' }],
    endsAt: event.endsAt,
    ...more,
    lot,
    registeredAt,
    orderKey: more.orderKey ?? `${String(registeredAt).padStart(15, '0')}:${lot}`,
  };
}
