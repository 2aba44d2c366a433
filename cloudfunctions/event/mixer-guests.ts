import * as z from 'zod/mini';
import { EventKind } from '../../types/event-form';
import { EventState } from '../../types/event-view';
import { EventId, PersonId, UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { hasCome } from './attendance';
import { isHidden } from './lifecycle';
import { hasPlace as holdsPlace } from './presence';
import { EventRecord, events } from './records';
import { Registration, registrationId, registrations } from './registration-records';

/** What the matchmaking studio needs to know of an event. */
export type MixerEvent = {
  readonly eventId: EventId;
  readonly title: string;
  readonly kind: EventRecord['kind'];
  readonly state: EventRecord['state'];
  readonly unionId: UnionId;
  readonly startsAt: EpochMs;
  readonly endsAt: EpochMs;
};

const Told = z.object({
  _id: EventId,
  title: z.string(),
  kind: EventKind,
  state: EventState,
  unionId: UnionId,
  startsAt: EpochMs,
  endsAt: EpochMs,
  history: EventRecord.shape.history,
});
const told = { schema: Told, fields: Object.keys(Told.shape) };

const mixerEventOf = (event: z.infer<typeof Told>): MixerEvent => ({
  eventId: event._id,
  title: event.title,
  kind: event.kind,
  state: event.state,
  unionId: event.unionId,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
});

/** An event that others than its writers may know of. One round trip. */
export async function mixerEvent(eventId: EventId): Promise<MixerEvent | null> {
  const [found] = await events.findParts({ _id: eventId }, told, { limit: 1 });
  return found === undefined || isHidden(found) ? null : mixerEventOf(found);
}

/** Mixers of the last weeks are listed as well: what was chosen is told days after, and read for some time. */
const LISTED_MS = 60 * 86_400_000;
/** Events of one union that a list looks through. */
const LOOKED_THROUGH = 300;

/** Events of a union itself, of the kind 联谊交友, those of the last weeks and those to come, the latest first. */
export async function mixersOf(unionId: UnionId, now: EpochMs): Promise<MixerEvent[]> {
  const found = await Promise.all(
    (['over', 'to-come'] as const).map((phase) =>
      events.findParts({ scope: unionId, phase, listKey: { from: listedFrom(now) }, kind: 'mixer', unionId }, told, {
        order: [['listKey', 'desc']],
        limit: LOOKED_THROUGH,
      }),
    ),
  );
  return found
    .flat()
    .filter((event) => !isHidden(event))
    .map(mixerEventOf)
    .sort((one, other) => other.startsAt - one.startsAt);
}

const listedFrom = (now: EpochMs): string => String(now - LISTED_MS).padStart(15, '0');

/** Whether somebody was checked in at an event. One round trip. */
export const wasThere = (eventId: EventId, personId: PersonId): Promise<boolean> => hasCome(eventId, personId);

/** Whether somebody has a place at an event. Two round trips at once. */
export async function hasPlace(eventId: EventId, personId: PersonId): Promise<boolean> {
  const [[event], [own]] = await Promise.all([
    events.findParts({ _id: eventId }, { schema: Held, fields: [`live.holders.${personId}`] }, { limit: 1 }),
    registrations.findParts({ _id: registrationId(eventId, personId) }, row, { limit: 1 }),
  ]);
  return event !== undefined && own !== undefined && holdsPlace(event, own);
}

const Held = z.object({
  _id: EventId,
  live: z.object({ holders: z._default(EventRecord.shape.live.shape.holders, {}) }),
});
const Row = z.object({
  _id: Registration.shape._id,
  personId: PersonId,
  claim: Registration.shape.claim,
  state: Registration.shape.state,
});
const row = { schema: Row, fields: Object.keys(Row.shape) };
