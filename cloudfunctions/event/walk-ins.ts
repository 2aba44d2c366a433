import * as z from 'zod/mini';
import type { RequestKey } from '../../types/evidence';
import type { EventId } from '../../types/ids';
import { Contended } from '../runtime/database';
import { nobodyCame } from './attendance';
import type { EventRecord } from './records';
import { Attendance, attendances } from './registration-records';

/** Whether people may come without having registered. Nobody registers for an event without quotas: there all walk in. */
export const takesWalkIns = ({ walkIns, quotas }: Pick<EventRecord, 'walkIns' | 'quotas'>): boolean =>
  walkIns || quotas.length === 0;

type WalkIn = {
  readonly eventId: EventId;
  readonly requestKey: RequestKey;
  /** Below nothing for a slip of the finger. */
  readonly people: number;
};
export type Counted = { readonly walkIns: number; readonly isNew: boolean };

const TRIES = 3;

/**
 * Counts people who walked in, once for each request; never below nobody. Two round trips for most.
 *
 * @throws Contended when others were quicker each time; asking again is safe
 */
export async function countWalkIns(wish: WalkIn): Promise<Counted | 'none-counted'> {
  let known: Seen | null | 'not-read' = 'not-read';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const outcome = await enter(wish, known);
    const isNew = outcome === 'inserted' || outcome === 'updated';
    known = await read(wish);
    if (known !== null && (isNew || Object.hasOwn(known.counted, wish.requestKey)))
      return { walkIns: known.walkIns, isNew };
    if ((known?.walkIns ?? 0) + wish.people < 0) return 'none-counted';
  }
  throw new Contended('Others were quicker each time.');
}

function enter(
  { eventId, requestKey, people }: WalkIn,
  known: Seen | null | 'not-read',
): Promise<'inserted' | 'updated' | 'duplicate' | 'unmatched'> {
  const key = `counted.${requestKey}`;
  if (known === null)
    return attendances.insert({ ...nobodyCame(eventId), walkIns: people, counted: { [requestKey]: people } });
  return attendances.update(
    { _id: eventId, [key]: { exists: false }, ...(people < 0 ? { walkIns: { from: -people } } : {}) },
    { set: { [key]: people }, increase: { walkIns: people } },
  );
}

/** The count, and whether this request is in it. */
const Seen = z.object({
  _id: Attendance.shape._id,
  walkIns: Attendance.shape.walkIns,
  counted: z._default(Attendance.shape.counted, {}),
});
type Seen = z.infer<typeof Seen>;

async function read({ eventId, requestKey }: WalkIn): Promise<Seen | null> {
  const fields = ['walkIns', `counted.${requestKey}`];
  const [found] = await attendances.findParts({ _id: eventId }, { schema: Seen, fields }, { limit: 1 });
  return found ?? null;
}
