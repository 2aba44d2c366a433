import type { DrawEntry } from '../../types/event-draw';
import type { Quota } from '../../types/event-form';
import { EpochMs } from '../../types/time';
import type { Drawn } from './draw';
import { byLot, drawn, entriesDigest } from './draw';
import type { Entered } from './draw-entries';
import { entered, entryOf, keepEntries, pagesOf, readEntered, readEntries } from './draw-entries';
import { BATCH, settleLate, settleRanks, TRIPS_A_BATCH } from './draw-results';
import { seedOf } from './draw-seed';
import { lineOfClock } from './event-saving';
import { pairedQuotas } from './pairs';
import type { Draw, EventRecord, Holder } from './records';
import { events } from './records';
import { registrations } from './registration-records';

/**
 * A request that came in time may still be under way when registration closes; a function lives a minute. Milliseconds.
 */
const DRAW_WAITS_MS = 90_000;

/** When the timer draws; null where nothing is to be drawn any more. Then the sweep calls `drawEvent`. */
export function drawsAt(event: EventRecord): EpochMs | null {
  if (event.draw === null || event.draw.drawnAt !== null || !isLiving(event)) return null;
  return EpochMs.parse(event.closesAt + DRAW_WAITS_MS);
}

/** What is left to do after a part of the sweep. `again`: it stopped at its allowance, or the event has changed by it. */
export type DrawStep = 'nothing' | 'again';

/**
 * The timer's part of a draw: draws when it is time, then tells everybody what they drew, as many as it may. Safe to
 * repeat, by two timers at once and after a crash anywhere; one round trip when there is nothing to do.
 *
 * Where it answers `again`, what was read of the event may be old: the sweep looks again in the next minute.
 *
 * @param allowance round trips that it may take, roughly
 */
export async function drawEvent(event: EventRecord, now: EpochMs, allowance: number): Promise<DrawStep> {
  const { draw } = event;
  if (draw === null || event.state === 'draft' || event.state === 'cancelled') return 'nothing';
  // A telling goes through the rows in their order, which the draw changes: it is let through first.
  if (event.tellings.length > 0) return draw.told === null ? 'nothing' : 'again';
  if (draw.drawnAt === null) {
    const at = drawsAt(event);
    if (at === null || now < at) return 'nothing';
    await makeDraw(event, draw, now);
    return 'again';
  }
  if (draw.told !== null) return giveOut(event, draw.told, allowance);
  return takeInLate(event);
}

/**
 * Freezes who is in, and gives the places: the whole draw is one conditional update of the event. Rows, and whoever
 * they belong to, hear of it afterwards.
 */
async function makeDraw(event: EventRecord, draw: Draw, now: EpochMs): Promise<void> {
  const rows = await readEntered(event._id);
  const entries = byLot(rows.map(entryOf));
  const digest = entriesDigest(entries);
  const seed = seedOf(event._id, draw);
  await keepEntries(event._id, digest, entries);
  const holders = holdersOf(rows, drawn(seed, entries, drawnQuotas(event, entries)), now);
  await events.update(
    { _id: event._id, 'draw.drawnAt': null, 'live.turn': event.live.turn, revision: event.revision },
    {
      set: {
        'draw.seed': seed,
        'draw.entriesDigest': digest,
        'draw.count': entries.length,
        'draw.drawnAt': now,
        'draw.told': 0,
        'live.holders': { ...event.live.holders, ...holders },
        'live.free': freeAfter(event, holders),
        sweepAt: now,
      },
      increase: { revision: 1, 'live.turn': 1 },
      append: { history: [lineOfClock('drawn', now)] },
    },
  );
}

/** How many are drawn for each quota. */
const drawnQuotas = ({ draw, quotas }: EventRecord, entries: readonly DrawEntry[]): readonly Quota[] =>
  draw?.inPairs === true ? pairedQuotas(quotas, entries) : quotas;

function holdersOf(rows: readonly Entered[], order: readonly Drawn[], at: EpochMs): Record<string, Holder> {
  const byNumber = new Map(rows.map((row) => [row.lot, row]));
  return Object.fromEntries(
    order.flatMap(({ lot, people, won }): [string, Holder][] => {
      const row = byNumber.get(lot);
      return row === undefined || won === null
        ? []
        : [[row.personId, { group: won, people, claim: row.claim, at, until: null }]];
    }),
  );
}

function freeAfter({ live }: EventRecord, holders: Readonly<Record<string, Holder>>): Record<string, number> {
  const free = new Map(Object.entries(live.free));
  for (const { group, people } of Object.values(holders)) free.set(group, (free.get(group) ?? 0) - people);
  return Object.fromEntries(free);
}

/** Goes on from the rank that was reached, a batch after the other; `told` is written after each. */
async function giveOut(event: EventRecord, reached: number, allowance: number): Promise<DrawStep> {
  const entries = await readEntries(event);
  const order = drawn(event.draw?.seed ?? '', entries, drawnQuotas(event, entries));
  let left = allowance - pagesOf(order.length);
  for (let told = reached; ; told += BATCH) {
    const batch = order.slice(told, told + BATCH);
    if (batch.length === 0) return finish(event, told);
    if (left < TRIPS_A_BATCH && told > reached) return 'again';
    left -= TRIPS_A_BATCH;
    await settleRanks(event, batch, told + 1);
    const outcome = await events.update({ _id: event._id, 'draw.told': told }, { set: { 'draw.told': told + BATCH } });
    if (outcome !== 'updated') return 'again';
  }
}

async function finish(event: EventRecord, told: number): Promise<DrawStep> {
  await takeInLate(event);
  await events.update({ _id: event._id, 'draw.told': told }, { set: { 'draw.told': null } });
  return 'again';
}

/** Whoever arrived after the entries were frozen joins the end of the list. One round trip when there is nobody. */
async function takeInLate(event: EventRecord): Promise<DrawStep> {
  const late = await registrations.findParts({ eventId: event._id, state: 'entered' }, entered, {
    order: [['orderKey', 'asc']],
    limit: BATCH,
  });
  if (late.length === 0) return 'nothing';
  await settleLate(event, late);
  return 'again';
}

/** Once it has been held a place is of no use; what was drawn before still reaches everybody. */
const isLiving = ({ state }: EventRecord): boolean => state === 'published' || state === 'closed';
