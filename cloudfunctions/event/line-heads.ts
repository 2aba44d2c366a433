import * as z from 'zod/mini';
import type { EventId } from '../../types/ids';
import type { Allowance } from './allowance';
import type { Side } from './pairs';
import { hasRoom, isInPairs, sides } from './pairs';
import type { EventRecord, Live } from './records';
import { Registration, registrations } from './registration-records';
import type { Waiting } from './waiting-list';

/** The head of the list: as many as are read at once. */
const LINE = 100;
/** Of those behind it whom the places fit. */
const BEHIND = 20;
const excerpt = {
  schema: z.pick(Registration, {
    _id: true,
    personId: true,
    claim: true,
    groups: true,
    people: true,
    orderKey: true,
    registeredAt: true,
  }),
  fields: ['_id', 'personId', 'claim', 'groups', 'people', 'orderKey', 'registeredAt'],
};

/** Who may be next for the places that are free, in order; those whom no free place is for may be missing. */
export const lineFor = (event: EventRecord, live: Live, allowance: Allowance): Promise<Waiting[]> =>
  isInPairs(event) ? headsOf(event._id, live, allowance) : headOf(event._id, live, allowance);

/** The head of the list, both sides together; and of a side that is not in it, behind any number of the other. */
async function headsOf(eventId: EventId, live: Live, allowance: Allowance): Promise<Waiting[]> {
  if (!hasRoom(live)) return [];
  const inOrder = { order: [['orderKey', 'asc']], limit: LINE } as const;
  allowance.trips -= 1;
  const head = await registrations.findParts({ eventId, state: 'waiting' }, excerpt, inOrder);
  if (head.length < LINE) return head;
  const isThere = (side: Side): boolean =>
    head.some(({ personId, groups }) => groups.includes(side) && !Object.hasOwn(live.holders, personId));
  const missing = sides.filter((side) => !isThere(side));
  allowance.trips -= missing.length;
  const behind = await Promise.all(
    missing.map((side) =>
      registrations.findParts({ eventId, state: 'waiting', groups: { in: [side] } }, excerpt, inOrder),
    ),
  );
  return [...head.filter((one) => missing.every((side) => !one.groups.includes(side))), ...behind.flat()];
}

/** The head of the list for the quotas that have places. Behind a hundred families that do not fit somebody may. */
async function headOf(eventId: EventId, { free }: Live, allowance: Allowance): Promise<Waiting[]> {
  const groups = Object.keys(free).filter((group) => (free[group] ?? 0) > 0);
  if (groups.length === 0) return [];
  const largest = Math.max(...groups.map((group) => free[group] ?? 0));
  const waiting = { eventId, state: 'waiting', groups: { in: groups } };
  allowance.trips -= 1;
  const head = await registrations.findParts(waiting, excerpt, { order: [['orderKey', 'asc']], limit: LINE });
  const last = head[LINE - 1];
  if (last === undefined || head.some(({ people }) => people <= largest)) return head;
  allowance.trips -= 1;
  const behind = await registrations.findParts(
    { ...waiting, orderKey: { from: `${last.orderKey}~` }, people: { upTo: largest } },
    excerpt,
    { order: [['orderKey', 'asc']], limit: BEHIND },
  );
  return [...head, ...behind];
}
