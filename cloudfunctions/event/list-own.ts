import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import { agree } from '../../types/result';
import { EpochMs } from '../../types/time';
import { attendedBy } from './attendance';
import { doorsHaveOpened } from './door-times';
import { instantOf } from './event-index';
import { ownView, positionOf } from './own-view';
import { EventLine, Holder, eventLine, events } from './records';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';
import type { Handler } from './scene';
import { summaryOf } from './view';

const YEAR_MS = 365 * 86_400_000;
/** More than anybody goes to in a year. */
const MOST_ROWS = 200;
/** Lists on which one's position is counted, the soonest first, a round trip each: an event's own page says the others. */
const MOST_POSITIONS = 3;

/** One's registrations, those to come first and the soonest of them first, then those that are over, latest first. */
export const listOwn: Handler<'listOwn'> = async (_input, { now, personId }) => {
  const rows = await registrations.find(
    { personId, endsAt: { from: now - YEAR_MS } },
    { order: [['endsAt', 'desc']], limit: MOST_ROWS },
  );
  const own = (await withEvents(personId, rows)).sort((one, other) => rank(one, now) - rank(other, now));
  const [attended, positions] = await Promise.all([
    attendedBy(
      personId,
      own.flatMap(({ event }) => (doorsHaveOpened(event, now) ? [event] : [])),
    ),
    positionsOf(own),
  ]);
  return agree({
    registrations: own.map(({ row, event, holder }) => ({
      event: summaryOf(event),
      own: ownView(row, event, {
        holder,
        position: positions.get(event._id) ?? null,
        attended: attended.get(event._id) ?? [],
        now,
      }),
    })),
  });
};

/** What a list needs of an event, the day by which to cancel, and one's own place: nobody else's travels. */
const OwnLine = z.object({
  ...EventLine.shape,
  cancelBy: EpochMs,
  live: z.object({
    ...EventLine.shape.live.shape,
    holders: z._default(z.record(z.string(), Holder), {}),
  }),
});
type OwnLine = z.infer<typeof OwnLine>;

type Own = { readonly row: Registration; readonly event: OwnLine; readonly holder: Holder | null };

/** One round trip, none for none. */
async function withEvents(personId: PersonId, rows: readonly Registration[]): Promise<Own[]> {
  if (rows.length === 0) return [];
  const found = await events.findParts(
    { _id: { in: rows.map(({ eventId }) => eventId) } },
    { schema: OwnLine, fields: [...eventLine.fields, 'cancelBy', `live.holders.${personId}`] },
    { limit: rows.length },
  );
  const byId = new Map(found.map((event) => [event._id, event]));
  return rows.flatMap((row) => {
    const event = byId.get(row.eventId);
    return event === undefined ? [] : [{ row, event, holder: event.live.holders[personId] ?? null }];
  });
}

/** Milliseconds from now, as far as order goes; what is over lies behind everything that is to come. */
const rank = ({ event: { listKey, endsAt } }: Own, now: EpochMs): number =>
  now < endsAt ? instantOf(listKey) - now : Number.MAX_SAFE_INTEGER - endsAt;

async function positionsOf(own: readonly Own[]): Promise<ReadonlyMap<EventId, number | null>> {
  const waiting = own.filter(({ row, holder }) => row.state === 'waiting' && holder === null).slice(0, MOST_POSITIONS);
  return new Map(
    await Promise.all(waiting.map(async ({ row, event }) => [row.eventId, await positionOf(row, event)] as const)),
  );
}
