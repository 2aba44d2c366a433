import * as z from 'zod/mini';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { eventAtHand } from './at-hand';
import { sessionKey } from './attendance';
import { sessionOfHost } from './door-times';
import { hostCodes } from './event-code';
import type { EventRecord } from './records';
import { Attendance, attendances } from './registration-records';
import type { Handler } from './scene';
import { HOSTS } from './scene';
import { takesWalkIns } from './walk-ins';

/** What the host of a session has before them: codes for ten minutes, how many people are expected, how many came. */
export const showHostCodes: Handler<'showHostCodes'> = async ({ eventId }, { now, standing }) => {
  const found = await eventAtHand(eventId, standing, HOSTS);
  if (!found.ok) return found;
  const event = found.value;
  const session = sessionOfHost(event, now);
  if (session === null) return refuse('not-now');
  const { present, walkIns } = await countedAt(event, session.startsAt);
  return agree({
    eventId,
    title: event.title,
    session: session.startsAt,
    codes: hostCodes(event.code, now),
    asOf: now,
    expected: peopleOf(
      event,
      Object.keys(event.live.holders).filter((one) => event.live.holders[one]?.until === null),
    ),
    present: peopleOf(event, present),
    walkIns,
    takesWalkIns: takesWalkIns(event),
  });
};

const Counted = z.object({
  _id: Attendance.shape._id,
  present: z._default(Attendance.shape.present, {}),
  walkIns: Attendance.shape.walkIns,
});

async function countedAt(event: EventRecord, session: EpochMs): Promise<{ present: string[]; walkIns: number }> {
  const key = sessionKey(session);
  const wanted = { schema: Counted, fields: [`present.${key}`, 'walkIns'] };
  const [found] = await attendances.findParts({ _id: event._id }, wanted, { limit: 1 });
  return { present: Object.keys(found?.present[key] ?? {}), walkIns: found?.walkIns ?? 0 };
}

/** A host counts heads: children too. Whoever gave their place back after they had come is one. */
const peopleOf = ({ live }: EventRecord, persons: readonly string[]): number =>
  persons.reduce((sum, person) => sum + (live.holders[person]?.people ?? 1), 0);
