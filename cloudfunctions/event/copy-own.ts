import * as z from 'zod/mini';
import { EventId } from '../../types/ids';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { attendedBy } from './attendance';
import { readDetails } from './details';
import { EventRecord, events } from './records';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';
import type { Handler } from './scene';

/** More than anybody registers for while it is kept. */
const MOST_ROWS = 1_000;

/** PIPL 45: a copy is whole. What one said on registering, what one's children are called, where one was and wrote. */
export const copyOwn: Handler<'copyOwn'> = async (_input, { personId }) => {
  const rows = await registrations.find({ personId }, { order: [['endsAt', 'desc']], limit: MOST_ROWS });
  const found =
    rows.length === 0
      ? []
      : await events.findParts({ _id: { in: rows.map(({ eventId }) => eventId) } }, named, { limit: rows.length });
  const attended = await attendedBy(personId, found);
  const byId = new Map(found.map((event) => [event._id, event]));
  const copies = rows.map((row) => copyOf(row, byId.get(row.eventId) ?? null, attended.get(row.eventId) ?? []));
  return agree({ json: JSON.stringify(copies) });
};

const Named = z.object({ _id: EventId, ...z.pick(EventRecord, { title: true, startsAt: true, sessions: true }).shape });
type Named = z.infer<typeof Named>;
const named = { schema: Named, fields: Object.keys(Named.shape) };

function copyOf(row: Registration, event: Named | null, attended: readonly EpochMs[]): object {
  const details = readDetails(row);
  return {
    event: event?.title ?? null,
    startsAt: event === null ? null : iso(event.startsAt),
    state: row.state,
    lot: row.lot,
    registeredAt: iso(row.registeredAt),
    name: details?.name ?? row.maskedName,
    children: details?.children ?? [],
    answers: { ...row.answers, ...details?.answers },
    guardianConsent: row.guardianConsent,
    attended: attended.map(iso),
    rating: row.rating,
    missed: row.missed,
    excuse: row.excuse,
    steps: row.steps.map(({ at, step }) => ({ at: iso(at), step })),
  };
}

const iso = (at: EpochMs): string => new Date(at).toISOString();
