import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { Change } from '../runtime/filter';
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
  const found = await registrations.findParts({ lot: { in: some.map(({ lot }) => lot) } }, entered, {
    limit: some.length,
  });
  const rows = new Map(found.map((row) => [row.lot, row]));
  const settled = await inTurns(some, async ({ lot, won }, index) => {
    const row = rows.get(lot);
    return row !== undefined && (await settle(row, won, rankKey(first + index, lot), drawnAt(event)))
      ? { row, won }
      : null;
  });
  await tellWhatTheyDrew(
    event,
    settled.filter((outcome) => outcome !== null),
  );
}

/** Rows that arrived after the draw: nobody is lost, they wait behind all who were in it. */
export async function settleLate(event: EventRecord, late: readonly Entered[]): Promise<void> {
  const settled = await inTurns(late, async (row) =>
    (await settle(row, null, row.orderKey, drawnAt(event))) ? { row, won: null } : null,
  );
  await tellWhatTheyDrew(
    event,
    settled.filter((outcome) => outcome !== null),
  );
}

type Outcome = { readonly row: Entered; readonly won: Drawn['won'] };

/** @returns whether the row now says what was drawn, by this change or by one before a crash */
async function settle(row: Entered, won: Drawn['won'], orderKey: string, at: EpochMs): Promise<boolean> {
  const step = won === null ? 'lose' : 'win';
  if (row.state !== 'entered') {
    const isSettled = row.state === (won === null ? 'waiting' : 'confirmed');
    return isSettled && row.steps.some((taken) => taken.step === step);
  }
  const change: Change = {
    set: won === null ? { state: 'waiting', orderKey } : { state: 'confirmed', group: won },
    increase: { revision: 1 },
    append: { steps: [{ at, step }] },
  };
  return (await registrations.update({ _id: row._id, state: 'entered', claim: row.claim }, change)) === 'updated';
}

async function tellWhatTheyDrew(event: EventRecord, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await tell(
    outcomes.map(({ row, won }) => ({
      to: row.personId,
      kind: won === null ? 'draw-waiting' : 'draw-won',
      once: `${event._id}:${row.claim}`,
      at: drawnAt(event),
      subject: event.title,
      eventId: event._id,
      when: event.startsAt,
      words: null,
    })),
  );
}

function drawnAt({ draw }: EventRecord): EpochMs {
  if (draw?.drawnAt == null) throw new Error('Nothing was drawn yet.');
  return draw.drawnAt;
}

async function inTurns<Item, Value>(
  items: readonly Item[],
  act: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    values.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map((item, at) => act(item, start + at)))));
  return values;
}
