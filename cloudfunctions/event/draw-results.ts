import type { EpochMs } from '../../types/time';
import type { News } from '../notice/inbox';
import { tell } from '../notice/inbox';
import type { Drawn } from './draw';
import type { Entered } from './draw-entries';
import { entered } from './draw-entries';
import type { EventRecord } from './records';
import { registrations } from './registration-records';

/** People whose rows are settled and who are told in one go. */
export const BATCH = 100;
/** Reading them, a change for each, telling all, writing down how far it came. Round trips. */
export const TRIPS_A_BATCH = BATCH + 3;
/** Changes under way at once. */
const AT_ONCE = 25;

/** How long the name of a rank in the order of the list is: as long as an instant's, and lower than any. */
const DIGITS = 15;

/** Places of the list after a draw: by rank, before everybody who came later. */
export const rankKey = (rank: number, lot: string): string => `${String(rank).padStart(DIGITS, '0')}:${lot}`;

/**
 * What some of the ranks drew reaches their rows, and they are told. Whoever cancelled meanwhile is left in peace.
 *
 * @param first rank of the first of them, from 1
 */
export async function settleRanks(event: EventRecord, some: readonly Drawn[], first: number): Promise<void> {
  if (some.length === 0) return;
  const lots = some.map(({ lot }) => lot);
  const found = await registrations.findParts({ lot: { in: lots } }, entered, { limit: lots.length });
  const rows = new Map(found.map((row) => [row.lot, row]));
  const outcomes = some.flatMap(({ lot, won }, index): Outcome[] => {
    const row = rows.get(lot);
    return row === undefined
      ? []
      : [{ row, won, step: won === null ? 'lose' : 'win', key: rankKey(first + index, lot) }];
  });
  await settleAll(event, outcomes);
}

/** Rows that arrived after the draw: nobody is lost, they wait behind all who were in it. */
export const settleLate = (event: EventRecord, late: readonly Entered[]): Promise<void> =>
  settleAll(
    event,
    late.map((row) => ({ row, won: null, step: 'wait', key: row.orderKey })),
  );

type Outcome = {
  readonly row: Entered;
  readonly won: Drawn['won'];
  readonly step: 'win' | 'lose' | 'wait';
  readonly key: string;
};

async function settleAll(event: EventRecord, outcomes: readonly Outcome[]): Promise<void> {
  const at = drawnAt(event);
  const settled: Outcome[] = [];
  for (let start = 0; start < outcomes.length; start += AT_ONCE) {
    const some = outcomes.slice(start, start + AT_ONCE);
    const done = await Promise.all(some.map((outcome) => settle(outcome, at)));
    settled.push(...some.filter((_, index) => done[index]));
  }
  if (settled.length > 0) await tell(settled.map((outcome) => newsOf(event, outcome, at)));
}

/** @returns whether the row now says what was drawn, by this change or by one before a crash */
async function settle({ row, won, step, key }: Outcome, at: EpochMs): Promise<boolean> {
  if (row.state !== 'entered')
    return row.state === (won === null ? 'waiting' : 'confirmed') && row.steps.some((taken) => taken.step === step);
  const outcome = await registrations.update(
    { _id: row._id, state: 'entered', claim: row.claim },
    {
      set: won === null ? { state: 'waiting', orderKey: key } : { state: 'confirmed', group: won },
      increase: { revision: 1 },
      append: { steps: [{ at, step }] },
    },
  );
  return outcome === 'updated';
}

const newsOf = (event: EventRecord, { row, won }: Outcome, at: EpochMs): News => ({
  to: row.personId,
  kind: won === null ? 'draw-waiting' : 'draw-won',
  once: `${event._id}:${row.claim}`,
  at,
  subject: event.title,
  eventId: event._id,
  when: event.startsAt,
  words: null,
});

function drawnAt({ draw }: EventRecord): EpochMs {
  if (draw?.drawnAt == null) throw new Error('Nothing was drawn yet.');
  return draw.drawnAt;
}
