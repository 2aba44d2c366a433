import type { PersonId } from '../../types/ids';
import type { EventRecord, Holder } from '../event/records';
import type { Registration } from '../event/registration-records';
import type { TestCloud } from './cloud';
import { aRegistration } from './registrations';

/** What a test is about of one guest: children, or a place that is only offered, a row that is behind. */
export type GuestOf = {
  readonly personId: PersonId;
  readonly people?: number;
  readonly until?: Holder['until'];
  readonly row?: Partial<Registration>;
};

/** Stores an event whose places these guests hold, and their rows. */
export function storeWithGuests(
  cloud: Pick<TestCloud, 'store'>,
  event: EventRecord,
  guests: readonly GuestOf[],
): EventRecord {
  const rows = guests.map(({ personId, people = 1, until = null, row = {} }) =>
    aRegistration(event, personId, {
      state: until === null ? 'confirmed' : 'offered',
      group: 'anyone',
      people,
      until,
      ...row,
    }),
  );
  const holders = Object.fromEntries(
    guests.map(({ personId, people = 1, until = null }, nth): [string, Holder] => [
      personId,
      { group: 'anyone', people, claim: rows[nth]?.claim ?? '', at: event.opensAt, until },
    ]),
  );
  const taken = Object.values(holders).reduce((sum, { people }) => sum + people, 0);
  const free = { anyone: (event.live.places['anyone'] ?? 0) - taken };
  const whole = { ...event, live: { ...event.live, holders, free } };
  cloud.store('events').insert(whole);
  cloud.store('registrations').insertMany(rows);
  return whole;
}
