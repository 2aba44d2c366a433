import type { EventId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import type { News } from '../notice/inbox';
import { tell } from '../notice/inbox';
import type { EventRecord, Telling } from './records';
import { events } from './records';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';

/** People told in one round. */
const PAGE = 100;
/** Reading a page, telling it, writing down how far it came. Round trips. */
const TRIPS_A_PAGE = 3;

/** Whose registrations are meant: who has a place or is offered one, who hopes for one, all of them. */
export const recipients = {
  confirmed: ['confirmed', 'offered'],
  waiting: ['waiting', 'entered'],
  everybody: ['confirmed', 'offered', 'waiting', 'entered'],
} as const satisfies Record<Telling['to'], readonly Registration['state'][]>;

/** The sweep looks again at once while somebody is still to be told. */
export const nextTellingAt = ({ tellings }: Pick<EventRecord, 'tellings'>): EpochMs => tellings[0]?.at ?? NEVER;

/** What is left to do after a part of the sweep. */
type Told = { readonly told: number; readonly step: 'nothing' | 'again' };

/**
 * Tells everybody what is still to be told of an event, page by page. It goes on where it stopped, and whoever is
 * reached twice reads it once: a notice's id says what it tells.
 *
 * @param allowance round trips that it may take
 * @returns how many were told; `again` when somebody is left
 */
export async function tellEverybody(event: EventRecord, allowance: number): Promise<Told> {
  let queue = event.tellings;
  let told = 0;
  let left = allowance;
  for (let [telling] = queue; telling !== undefined; [telling] = queue) {
    left -= tripsFor(telling);
    if (left < 0) return { told, step: 'again' };
    const { reached, next } = await tellPage(event, telling);
    told += reached;
    if (!(await noted(event._id, queue, next))) return { told, step: 'again' };
    queue = next === null ? queue.slice(1) : [next, ...queue.slice(1)];
  }
  return { told, step: 'nothing' };
}

/** One page of one telling, and what is left of it; null after the last. */
async function tellPage(event: EventRecord, telling: Telling): Promise<{ reached: number; next: Telling | null }> {
  const rows = await registrations.find(
    // Keys are of one length: the first after `after` is beyond it with any letter more.
    { eventId: event._id, orderKey: { from: telling.after === null ? '' : `${telling.after}~` } },
    { order: [['orderKey', 'asc']], limit: PAGE },
  );
  const meant: readonly string[] = recipients[telling.to];
  const people = rows.filter((row) => meant.includes(row.state) && row.registeredAt <= lastOf(telling));
  if (telling.kind === 'event-moved') await followed(event, people);
  if (people.length > 0) await tell(people.map(({ personId }) => newsFor(event, telling, personId)));
  const last = rows[PAGE - 1]?.orderKey;
  return { reached: people.length, next: last === undefined ? null : { ...telling, after: last } };
}

/** A call that began while another was under way read the event as it was before. Milliseconds. */
const UNDER_WAY_MS = 60_000;

/** Whoever registered after that read it as they registered. Nobody registers for what is called off. */
function lastOf({ kind, at }: Telling): number {
  if (kind === 'event-cancelled') return NEVER;
  return kind === 'event-moved' ? at + UNDER_WAY_MS : at;
}

/** Rows carry the end of their event; what is kept of their answers until then is looked at anew. */
const followed = (event: EventRecord, rows: readonly Registration[]): Promise<unknown> =>
  Promise.all(
    rows
      .filter(({ endsAt }) => endsAt !== event.endsAt)
      .map(({ _id }) => registrations.update({ _id }, { set: { endsAt: event.endsAt, purgeAt: event.sweepAt } })),
  );

const newsFor = (event: EventRecord, telling: Telling, to: PersonId): News => ({
  to,
  kind: telling.kind,
  once: `${event._id}:${telling.key}`,
  at: telling.at,
  subject: event.title,
  eventId: event._id,
  when: telling.when ?? event.startsAt,
  words: telling.words,
});

/** Writes down how far a telling came, beside others that begin meanwhile. One round trip. */
async function noted(id: EventId, queue: readonly Telling[], next: Telling | null): Promise<boolean> {
  const [first] = queue;
  if (first === undefined) return true;
  const asRead = { _id: id, 'tellings.0.key': first.key, 'tellings.0.after': first.after };
  const outcome =
    next === null
      ? await events.update(
          { ...asRead, [`tellings.${queue.length}`]: { exists: false } },
          { set: { tellings: queue.slice(1) } },
        )
      : await events.update(asRead, { set: { 'tellings.0.after': next.after } });
  return outcome === 'updated';
}

const tripsFor = ({ kind }: Telling): number => TRIPS_A_PAGE + (kind === 'event-moved' ? PAGE : 0);
