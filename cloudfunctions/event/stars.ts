import * as z from 'zod/mini';
import type { EventId, PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import type { Change, Filter } from '../runtime/filter';
import { STARS_ENOUGH } from './rating';
import { Attendance, attendances } from './registration-records';

/** How long a rating's own call has to open its case before the timer does. Milliseconds. */
export const CASE_GRACE_MS = 60_000;

export type Stars = {
  readonly eventId: EventId;
  readonly personId: PersonId;
  readonly stars: number;
  readonly at: EpochMs;
};
export type StarsGiven =
  /** `opens`: the round whose case this rating opens; null where it asks for no answer, or one is awaited already. */
  | { readonly outcome: 'given'; readonly opens: number | null }
  | { readonly outcome: 'given-before'; readonly stars: number }
  | { readonly outcome: 'not-there' };

const TRIES = 4;

/**
 * Counts a rating, once for each person and of those alone who came: all in the update that counts it. Two round trips
 * for most.
 *
 * @throws Contended when others were quicker each time; asking again is safe
 */
export async function giveStars(given: Stars): Promise<StarsGiven> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const known = await read(given);
    if (known?.came[given.personId] !== true) return { outcome: 'not-there' };
    const before = known.given[given.personId];
    if (before !== undefined) return { outcome: 'given-before', stars: before };
    const opens = given.stars < STARS_ENOUGH && !known.awaitsAnswer ? known.round + 1 : null;
    const { filter, change } = counting(given, known, opens);
    if ((await attendances.update(filter, change)) === 'updated') return { outcome: 'given', opens };
  }
  throw new Contended('Others were quicker each time.');
}

function counting(
  { eventId, personId, stars, at }: Stars,
  { round, awaitsAnswer }: Known,
  opens: number | null,
): { filter: Filter & { _id: string }; change: Change } {
  const once = { _id: eventId, [`came.${personId}`]: true, [`given.${personId}`]: { exists: false } };
  const increase = { ratings: 1, stars };
  const set = { [`given.${personId}`]: stars };
  if (stars >= STARS_ENOUGH) return { filter: once, change: { set, increase } };
  return {
    filter: { ...once, round, awaitsAnswer: awaitsAnswer ? true : { not: true } },
    change: {
      set: {
        ...set,
        [`low.${personId}`]: opens ?? round,
        ...(opens === null ? {} : { round: opens, awaitsAnswer: true, unsettledAt: EpochMs.parse(at + CASE_GRACE_MS) }),
      },
      increase,
    },
  };
}

const Known = z.object({
  _id: Attendance.shape._id,
  came: z._default(Attendance.shape.came, {}),
  given: z._default(Attendance.shape.given, {}),
  round: Attendance.shape.round,
  awaitsAnswer: z._default(z.boolean(), false),
});
type Known = z.infer<typeof Known>;

async function read({ eventId, personId }: Stars): Promise<Known | null> {
  const fields = [`came.${personId}`, `given.${personId}`, 'round', 'awaitsAnswer'];
  const [found] = await attendances.findParts({ _id: eventId }, { schema: Known, fields }, { limit: 1 });
  return found ?? null;
}
