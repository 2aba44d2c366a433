import type { PersonId, UnionId } from '../../types/ids';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { Transaction } from '../runtime/database';
import { transaction } from '../runtime/database';
import { addEntry, shiftDraft } from './book';
import { settleCalledOff } from './call-off-shift';
import type { Allowance } from './effects';
import { settleEffects } from './effects';
import { headsOf } from './heads';
import { keepShift, readShift, readVolunteer, written } from './keeping';
import { lapseSwaps } from './lapse-swaps';
import { stillHolds } from './moments';
import { peopleOn } from './place-acts';
import { purgePhotos } from './purge-photos';
import { runOutPeople } from './run-out';
import type { Handler } from './scene';
import type { ShiftRecord } from './shift-records';
import { shifts } from './shift-records';
import { newsOf, tellable } from './shift-tellings';
import { stampDeliveries } from './stamp-deliveries';
import { stretchesOf } from './stretches';
import { sweepUpkeep } from './sweep-upkeep';
import { broughtBy, dueFor, keysOf } from './time-brings';

/** Shifts that one run takes on; the next run takes the rest. */
const BATCH = 300;
/** So many at once: each waits mostly for the database. */
const SIDE_BY_SIDE = 8;
/** Round trips of one run for its shifts, and of one of them at most but for a book of many. */
const TRIPS = 2_000;
const TRIPS_OF_SHIFT = 60;
const TRIPS_OF_SWAPS = 160;
const TRIPS_OF_UPKEEP = 300;
const TRIPS_OF_PHOTOS = 40;
const TRIPS_OF_DELIVERIES = 45;

type HeadsOf = (scope: readonly UnionId[]) => Promise<readonly PersonId[]>;

/** One shift's fault keeps none of the others from being seen to; then it is told. */
export const sweepShifts: Handler<'sweepShifts'> = async (_input, { now }) => {
  const faults: unknown[] = [];
  const trying = async <Value>(job: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await job();
    } catch (error) {
      // Told once everything else has been done.
      faults.push(error);
      return otherwise;
    }
  };
  const due = await shifts.find({ sweepAt: { upTo: now } }, { order: [['sweepAt', 'asc']], limit: BATCH });
  const allowance = { trips: TRIPS };
  const heads = rememberedHeads(now);
  let swept = 0;
  for (let first = 0; first < due.length; first += SIDE_BY_SIDE) {
    if (allowance.trips < TRIPS_OF_SHIFT * SIDE_BY_SIDE) break;
    const some = due.slice(first, first + SIDE_BY_SIDE);
    await Promise.all(some.map((shift) => trying(() => sweepShift(shift, now, heads, allowance), undefined)));
    swept += some.length;
  }
  await trying(() => lapseSwaps(now, { trips: TRIPS_OF_SWAPS }), 0);
  await trying(() => sweepUpkeep(now, { trips: TRIPS_OF_UPKEEP }), 0);
  await trying(() => stampDeliveries({ trips: TRIPS_OF_DELIVERIES }), undefined);
  await trying(() => purgePhotos(now, { trips: TRIPS_OF_PHOTOS }), undefined);
  if (faults.length > 0) throw faults[0];
  return agree({ swept });
};

/** Many shifts of one station have the same heads: they are asked for once in a run. */
function rememberedHeads(now: EpochMs): HeadsOf {
  const known = new Map<string, Promise<readonly PersonId[]>>();
  return (scope) => {
    const key = scope.join();
    const asked = known.get(key) ?? headsOf(scope, now);
    known.set(key, asked);
    return asked;
  };
}

/**
 * What is owed first, then what time does to the shift, then who is to be told of it; told is written last, so that a
 * run which dies tells it once more, and the inbox knows it already. Three round trips for a telling alone.
 */
async function sweepShift(read: ShiftRecord, now: EpochMs, headsOf: HeadsOf, all: Allowance): Promise<void> {
  const allowance = { trips: TRIPS_OF_SHIFT };
  const settled = await freed(await settleEffects(read, now, allowance), now, allowance);
  const brought = await bring(settled, now, allowance);
  const shift = await settleEffects(brought, now, allowance);
  const due = dueFor(shift, now);
  const news = await newsOf(shift, due, () => headsOf(shift.scope), now);
  allowance.trips -= 3;
  if (news.length > 0) await tell(news);
  const told = keysOf(due, tellable);
  const isStale = shift.sweepAt <= now;
  // Whoever came between has written when to look again, at once while something is left.
  if (told.length > 0 || isStale) await remember(shift, told, now);
  all.trips -= TRIPS_OF_SHIFT - allowance.trips;
}

/** Somebody called it off, and the call died before everybody on it was told and let go. */
async function freed(shift: ShiftRecord, now: EpochMs, allowance: Allowance): Promise<ShiftRecord> {
  if (!stillHolds(shift)) return shift;
  // Each of them is read twice and written once.
  allowance.trips -= 10 + 4 * peopleOn(shift).length;
  return settleCalledOff(shift, now);
}

async function remember(shift: ShiftRecord, keys: readonly string[], now: EpochMs): Promise<void> {
  const { told, turn, sweepAt } = written({ ...shift, told: [...shift.told, ...keys] }, now);
  await shifts.update({ _id: shift._id, turn: shift.turn }, { set: { told, turn, sweepAt } });
}

/** Writes what time did to a shift: decided once more inside, on what is stored then. */
async function bring(read: ShiftRecord, now: EpochMs, allowance: Allowance): Promise<ShiftRecord> {
  if (broughtBy(read, now) === read) return read;
  allowance.trips -= 6;
  return transaction(async (tx) => {
    const shift = await readShift(tx, read._id);
    if (shift === null) return read;
    const after = broughtBy(shift, now);
    if (after === shift) return shift;
    if (after.state === 'closed') await enterRunOut(tx, after, now);
    return keepShift(tx, after, now);
  });
}

/** A day after the shift nothing more can arrive: what ran out comes into the book as it is. */
async function enterRunOut(tx: Transaction, shift: ShiftRecord, now: EpochMs): Promise<void> {
  for (const [personId, place] of runOutPeople(shift)) {
    const stretches = stretchesOf(shift, place);
    const volunteer = stretches.length === 0 ? null : await readVolunteer(tx, personId);
    if (volunteer !== null) await addEntry(tx, volunteer, shiftDraft(shift, place.role, stretches), now);
  }
}
