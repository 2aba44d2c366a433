import type { OwnRegistration } from '../../types/event-view';
import { EpochMs } from '../../types/time';
import { readDetails } from './details';
import { sessionOpenAt } from './door-times';
import { admissionCode } from './event-code';
import { mayExcuse } from './missed';
import { ratingTime } from './rating';
import { isInPairs, sideOf } from './pairs';
import type { EventRecord, Holder } from './records';
import { isLivingState, standsNow } from './registration';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';

/** What one's own view needs of the event: no more, so that a list of many reads little. */
export type OwnEvent = Pick<
  EventRecord,
  '_id' | 'state' | 'startsAt' | 'endsAt' | 'cancelBy' | 'sessions' | 'kind' | 'quotas' | 'family'
> & { readonly live: Pick<EventRecord['live'], 'free'> };

export type Seen = {
  /** As the event says; null where there is none. */
  readonly holder: Holder | null;
  /** 1 is next; null where it was not counted, or one does not wait. */
  readonly position: number | null;
  /** Sessions that one came to, by their start. */
  readonly attended: readonly EpochMs[];
  readonly now: EpochMs;
};

/** One's own registration, and what one may do with it. */
export function ownView(row: Registration, event: OwnEvent, seen: Seen): OwnRegistration {
  const { now, attended } = seen;
  const { state, group, until } = standsNow(row, seen.holder, now);
  const details = readDetails(row);
  const isOn = event.state === 'published' || event.state === 'closed';
  const session = sessionOpenAt(event, now);
  const isToCome = isOn && now < event.startsAt;
  const mayCancel = isToCome && isLivingState(state) && attended.length === 0;
  return {
    eventId: row.eventId,
    state,
    lot: row.lot,
    people: row.people,
    children: details?.children ?? [],
    quota: group,
    registeredAt: row.registeredAt,
    position: state === 'waiting' ? seen.position : null,
    waitsFor: state === 'waiting' ? waitsFor(row, event, seen.position ?? 1) : null,
    until: state === 'offered' && until !== null ? EpochMs.parse(Math.min(until, event.startsAt)) : null,
    admissionCode: state === 'confirmed' ? admissionCode(row.lot) : null,
    attended: [...attended],
    missed: row.missed === 'counts' && row.excuse !== null ? 'not-excused' : row.missed,
    rating: row.rating === null ? null : { stars: row.rating.stars, words: row.rating.words },
    may: {
      cancel: mayCancel,
      cancelIsLate: mayCancel && state === 'confirmed' && now >= event.cancelBy,
      accept: isToCome && state === 'offered',
      rate: attended.length > 0 && row.rating === null && ratingTime(event, now) === 'open',
      excuse: mayExcuse(row, event, now),
      checkIn: isOn && state === 'confirmed' && session !== null && !attended.includes(session.startsAt),
    },
  };
}

/** In pairs, and with a place free for everybody up to them: then it is the other side that is missing. */
function waitsFor({ groups }: Registration, event: OwnEvent, position: number): OwnRegistration['waitsFor'] {
  const side = isInPairs(event) ? sideOf({ groups }) : null;
  return side !== null && position <= (event.live.free[side] ?? 0) ? 'partner' : 'place';
}

/**
 * Where somebody stands on the list, among those who wait for a place that could be theirs: 1 is next. A family is one.
 * One round trip for those who wait, none for others.
 */
export async function positionOf(
  row: Pick<Registration, 'eventId' | 'state' | 'orderKey' | 'groups'>,
  { quotas }: Pick<EventRecord, 'quotas'>,
): Promise<number | null> {
  if (row.state !== 'waiting') return null;
  const before = await registrations.count({
    eventId: row.eventId,
    state: 'waiting',
    orderKey: { before: row.orderKey },
    // Where every quota could be theirs, so could everybody's: then the index serves the count by itself.
    ...(quotas.every(({ group }) => row.groups.includes(group)) ? {} : { groups: { in: row.groups } }),
  });
  return before + 1;
}
