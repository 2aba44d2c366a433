import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { sameValue, saveEvent } from './event-saving';
import { indexed } from './event-index';
import { stateAfterSave } from './lifecycle';
import { lineFirst } from './line-first';
import { isInPairs } from './pairs';
import type { EventRecord, HistoryLine, Telling } from './records';
import { events } from './records';
import { registrations } from './registration-records';
import { bookRoom, keepOnly, roomOf } from './room-booking';
import { resizePlaces } from './seat-acts';

type Changed = Result<
  EventRecord,
  'times-wrong' | 'draw-fixed' | 'pairs-fixed' | 'places-taken' | 'room-taken' | 'changed-meanwhile'
>;

/**
 * Changes what people may have registered for: the room is booked first, form and places change in one update, and
 * whoever registered is told when time or place moved. One round trip, one more where places are added, two to
 * four for a room, two to give one back.
 */
export async function changePublished(before: EventRecord, form: EventRecord, line: HistoryLine): Promise<Changed> {
  const { at } = line;
  const after = indexed({ ...form, state: stateAfterSave(before, form, at) });
  if (after.startsAt !== before.startsAt && after.startsAt <= at) return refuse('times-wrong');
  if (after.endsAt <= at) return refuse('times-wrong');
  if (breaksDraw(before, after)) return refuse('draw-fixed');
  if (isInPairs(before) !== isInPairs(after) && (await hasPeople(before))) return refuse('pairs-fixed');
  const places = resizePlaces(before, after.quotas, at);
  if (!places.ok) return places;
  if (await leavesWaiting(before, after)) return refuse('places-taken');

  const room = roomOf(after);
  const wish = { eventId: after._id, sessions: after.sessions };
  const isMoved = hasMoved(before, after);
  if (isMoved && room !== null && (await bookRoom(room, [wish], at)).size > 0) return refuse('room-taken');
  const tellings = isMoved ? [movedTelling(before, at)] : [];
  const act = await lineFirst(before, after, places.value);
  const saved = await saveEvent(before, after, { history: [line], tellings, places: act, at });
  if (saved === null) return whoWasQuicker(before);
  if (isMoved) await giveBack(before, after, at);
  return agree(saved);
}

/** Somebody has registered as it was then: with somebody of the other side, or without. One round trip at most. */
const hasPeople = async ({ _id, live }: EventRecord): Promise<boolean> =>
  Object.keys(live.holders).length > 0 ||
  (await registrations.count({ eventId: _id, state: { in: ['waiting', 'entered'] } })) > 0;

/** Whoever waits for a quota that goes would wait for ever. One round trip where one goes, none otherwise. */
async function leavesWaiting(before: EventRecord, after: EventRecord): Promise<boolean> {
  const gone = before.quotas
    .map(({ group }) => group)
    .filter((group) => !after.quotas.some((quota) => quota.group === group));
  if (gone.length === 0) return false;
  const waiting = { eventId: before._id, state: { in: ['waiting', 'entered'] }, groups: { in: gone } } as const;
  return (await registrations.count(waiting)) > 0;
}

/** Another time, another station, another room. */
const hasMoved = (before: EventRecord, after: EventRecord): boolean =>
  !sameValue(placeAndTime(before), placeAndTime(after));

const placeAndTime = ({ sessions, stationId, zoneId }: EventRecord) => [sessions, stationId, zoneId];

/** Gives the room back that an event had before it moved, or the times that it had there. */
async function giveBack(before: EventRecord, after: EventRecord, at: EpochMs): Promise<void> {
  const old = roomOf(before);
  if (old === null) return;
  await keepOnly(old, [{ eventId: after._id, sessions: old === roomOf(after) ? after.sessions : [] }], at);
}

/** One for every save that moved it: each is told, and none twice. */
const movedTelling = ({ revision }: EventRecord, at: EpochMs): Telling => ({
  key: `moved-${revision + 1}`,
  kind: 'event-moved',
  to: 'everybody',
  words: null,
  at,
  when: null,
  after: null,
});

/** What was promised with the commitment stays: how many places for whom, and that they are drawn; once. */
function breaksDraw(before: EventRecord, after: EventRecord): boolean {
  if (before.draw === null) return after.places === 'draw';
  const isOpenAgain = before.draw.drawnAt !== null && after.state !== before.state;
  const isOtherwise = isInPairs(before) !== isInPairs(after);
  return isOpenAgain || isOtherwise || after.places !== 'draw' || !sameValue(before.quotas, after.quotas);
}

async function whoWasQuicker({ _id, revision }: EventRecord): Promise<Changed> {
  const current = await events.get(_id);
  return refuse(current?.revision === revision ? 'places-taken' : 'changed-meanwhile');
}
