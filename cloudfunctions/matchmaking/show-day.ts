import * as z from 'zod/mini';
import type { PersonId, ProfileId } from '../../types/ids';
import { SlotId } from '../../types/match-sitting';
import { agree, refuse } from '../../types/result';
import { unionsNow } from '../member/standing';
import { holidayOn } from '../runtime/holidays';
import type { Unions } from './as-they-stand';
import { atBench } from './bench-door';
import { writeLooks } from './looking';
import { Profile, profiles } from './profile-records';
import type { Handler } from './scene';
import type { Sitting } from './sitting-records';
import { sittingIdOf, sittings } from './sitting-records';
import { openedName } from './slot-name';
import { tableOf } from './slots-of-day';
import { studios } from './studio-records';

const part = {
  schema: z.pick(Profile, { _id: true, profileId: true, studioId: true }),
  fields: ['profileId', 'studioId'],
};
const MOST_PEOPLE = 1_000;

/**
 * Whoever has a profile by now is shown with it, though they booked before they joined; each of them reads that the
 * matchmaker looked. Of whoever left their union there is no more than that somebody has the time. Seven round trips.
 */
export const showDay: Handler<'showDay'> = async ({ studioId, day }, { now, standing }) => {
  const studio = await studios.get(studioId);
  if (studio === null) return refuse('studio-not-found');
  const may = await atBench(standing, studioId, now);
  if (!may.ok) return may;
  const sitting = await sittings.get(sittingIdOf(studioId, day));
  const people = sitting?.people ?? [];
  const [found, unions] = await Promise.all([profilesOf(people, studioId), unionsNow(people)]);
  const known = new Map([...found].filter(([personId]) => unions.has(personId)));
  await writeLooks([...known.keys()], 'sitting', { name: standing.name, studioName: studio.form.name }, now);
  return agree({
    day,
    isCalledOff: sitting?.isCalledOff ?? false,
    holiday: holidayOn(day),
    slots: sitting === null ? [] : slotsShown(sitting, known, unions),
  });
};

/** Those of the studio's own pool. One round trip, none for nobody. */
async function profilesOf(
  people: readonly PersonId[],
  studioId: Profile['studioId'],
): Promise<ReadonlyMap<PersonId, ProfileId>> {
  if (people.length === 0) return new Map();
  const found = await profiles.findParts({ _id: { in: people } }, part, { limit: MOST_PEOPLE });
  return new Map(found.filter((one) => one.studioId === studioId).map(({ _id, profileId }) => [_id, profileId]));
}

const slotsShown = ({ _id, slots }: Sitting, known: ReadonlyMap<PersonId, ProfileId>, unions: Unions) =>
  Object.entries(slots)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([slotId, { startsAt, endsAt, state, personId, named }]) => ({
      slotId: SlotId.parse(slotId),
      startsAt,
      endsAt,
      table: tableOf(slotId),
      state,
      who: personId === null || unions.has(personId) ? openedName(_id, slotId, named) : null,
      profileId: personId === null ? null : (known.get(personId) ?? null),
    }));
