import * as z from 'zod/mini';
import type { EventId } from '../../types/ids';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { startOfDay } from '../../types/time';
import { indexed } from './event-index';
import { sameValue, saveEvent } from './event-saving';
import { lineFirst } from './line-first';
import type { EventRecord, HistoryLine } from './records';
import { events } from './records';
import { Registration, registrations } from './registration-records';
import { bookRoom, keepOnly, roomOf } from './room-booking';
import { freshLive, resizePlaces } from './seat-acts';
import type { DateChange, Made, NewDate, SeriesPlan } from './series-plan';
import { daysToMake, planSeries } from './series-plan';
import type { SeriesRecord } from './series-records';
import { recipients } from './tellings';
import type { Ground } from './written-event';
import { newDraft } from './written-event';
import type { RoomWish } from './zone-diary';

export type Applied = {
  readonly made: number;
  readonly changed: number;
  readonly roomTaken: readonly ShanghaiDay[];
  readonly kept: readonly ShanghaiDay[];
};
/** In whose name it is written to the history of each event. */
export type Author = Pick<HistoryLine, 'by' | 'office' | 'at'>;

/** Dates of four weeks, what was taken back among them. */
const MOST_EVENTS = 200;
/** Registrations without a place, of all dates: where people come in pairs many may wait. */
const MOST_ROWS = 1_000;

/**
 * Makes the dates to come as a series says, and changes those that are there. Safe to repeat, by two at once and after
 * a crash anywhere: ids say of which day an event is. Two round trips to look, two to four for the room, one for each
 * event that changes, one for all that are new.
 */
export async function applySeries(series: SeriesRecord, ground: Ground, author: Author): Promise<Applied> {
  const now = author.at;
  const plan = planSeries(series, ground, await madeSoFar(series, now), now);
  const taken = await bookFor(plan, now);
  const isFree = (id: EventId): boolean => !taken.has(id);
  const fresh = plan.missing.filter(({ eventId }) => isFree(eventId));
  const changes = plan.changed.filter(({ before }) => isFree(before._id));
  const refused = await savedAll([...changes, ...plan.withdrawn], author);
  const done = (change: DateChange): boolean => !refused.includes(change);
  await giveBackAll([...changes, ...plan.withdrawn].filter(done), now);
  return {
    made: await insertAll(fresh.map((date) => published(series, date, ground, author))),
    changed: changes.filter(done).length + plan.withdrawn.filter(done).length,
    roomTaken: [
      ...plan.missing.flatMap(({ eventId, day }) => (isFree(eventId) ? [] : [day])),
      ...plan.changed.flatMap(({ before, day }) => (isFree(before._id) ? [] : [day])),
    ].sort(),
    kept: [...new Set([...plan.kept, ...refused.map(({ day }) => day)])].sort(),
  };
}

/** Events of the days to come, and at which of them somebody is registered. Two round trips. */
async function madeSoFar(series: SeriesRecord, now: EpochMs): Promise<Made> {
  const { from } = daysToMake(series, now);
  const found = await events.find(
    { seriesId: series._id, startsAt: { from: startOfDay(from) } },
    { order: [['startsAt', 'asc']], limit: MOST_EVENTS },
  );
  const held = found.filter(({ live }) => Object.keys(live.holders).length > 0).map(({ _id }) => _id);
  const others = found.map(({ _id }) => _id).filter((id) => !held.includes(id));
  const rows =
    others.length === 0
      ? []
      : await registrations.findParts({ eventId: { in: others }, state: { in: recipients.everybody } }, row, {
          limit: MOST_ROWS,
        });
  // Of so many that not all were read, nobody can say at which date there are none.
  const withRows = rows.length === MOST_ROWS ? others : rows.map(({ eventId }) => eventId);
  return { events: found, hasPeople: new Set([...held, ...withRows]) };
}

const row = { schema: z.pick(Registration, { _id: true, eventId: true }), fields: ['eventId'] };

/** All dates of a series are in one room: one diary is written once for all of them. */
async function bookFor(plan: SeriesPlan, now: EpochMs): Promise<ReadonlySet<EventId>> {
  const wishes = new Map<string, RoomWish[]>();
  const wish = (room: string | null, one: RoomWish): void => {
    if (room !== null) wishes.set(room, [...(wishes.get(room) ?? []), one]);
  };
  for (const { before, after } of plan.changed) if (hasMoved(before, after)) wish(roomOf(after), wishOf(after));
  for (const { eventId, form } of plan.missing) wish(roomOf(form), { eventId, sessions: form.sessions });
  const taken = new Set<EventId>();
  for (const [room, wanted] of wishes) for (const id of await bookRoom(room, wanted, now)) taken.add(id);
  return taken;
}

/** @returns those at which somebody was quicker: they stay as they are, and the timer looks again */
async function savedAll(changes: readonly DateChange[], { at, by, office }: Author): Promise<DateChange[]> {
  const refused: DateChange[] = [];
  for (const change of changes) {
    const { before, after } = change;
    const places = resizePlaces(before, after.quotas, at);
    const history = [
      { at, by, office, act: after.state === 'cancelled' ? ('called-off' as const) : ('edited' as const) },
    ];
    const saved = places.ok
      ? await saveEvent(before, after, {
          history,
          places: asRead(before, await lineFirst(before, after, places.value)),
          at,
        })
      : null;
    if (saved === null) refused.push(change);
  }
  return refused;
}

/** Whether people are registered was decided on what was read: whoever came since makes the change match nothing. */
const asRead = (event: EventRecord, { filter, change }: { filter: object; change: object }) => ({
  filter: { ...filter, 'live.turn': event.live.turn },
  change,
});

async function giveBackAll(changes: readonly DateChange[], now: EpochMs): Promise<void> {
  const left = new Map<string, RoomWish[]>();
  for (const { before, after } of changes) {
    const old = roomOf(before);
    if (old === null || (after.state !== 'cancelled' && !hasMoved(before, after))) continue;
    const sessions = after.state === 'cancelled' || old !== roomOf(after) ? [] : after.sessions;
    left.set(old, [...(left.get(old) ?? []), { eventId: after._id, sessions }]);
  }
  for (const [room, wishes] of left) await keepOnly(room, wishes, now);
}

const hasMoved = (before: EventRecord, after: EventRecord): boolean =>
  !sameValue([before.sessions, roomOf(before)], [after.sessions, roomOf(after)]);

const wishOf = ({ _id, sessions }: EventRecord): RoomWish => ({ eventId: _id, sessions });

function published(series: SeriesRecord, date: NewDate, ground: Ground, { at, by, office }: Author): EventRecord {
  return indexed({
    ...newDraft(date.eventId, date.form, ground),
    state: 'published',
    seriesId: series._id,
    seriesDay: date.day,
    history: [{ at, by, office, act: 'published' }],
    live: freshLive(date.form.quotas),
    sweepAt: at,
  });
}

/** One round trip; one for each where somebody made some of them at the same time. */
async function insertAll(fresh: readonly EventRecord[]): Promise<number> {
  if ((await events.insertMany(fresh)) === 'inserted') return fresh.length;
  let made = 0;
  for (const event of fresh) if ((await events.insert(event)) === 'inserted') made += 1;
  return made;
}
