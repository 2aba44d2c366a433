import { agree } from '../../types/result';
import { EpochMs, endOfDay, shanghaiDay } from '../../types/time';
import { transaction } from '../runtime/database';
import type { Handler } from './scene';
import { fittedSitting, sittingPlan } from './sitting-plan';
import type { Sitting } from './sitting-records';
import { sittings } from './sitting-records';
import { lockedSitting } from './sitting-together';
import type { Studio } from './studio-records';
import { studios } from './studio-records';

/** Round trips of one run; what does not fit is made in the next. */
const ALLOWANCE = 380;
/** To take it, to look, to make, to note; and of one day that is fitted to new hours. */
const USUAL_TRIPS = 4;
const TRIPS_OF_DAY = 5;
const MOST_DAYS = 20;
const TRIPS_OF_STUDIO = USUAL_TRIPS + MOST_DAYS * TRIPS_OF_DAY;
const MOST_STUDIOS = 90;
/** One that fails is tried again after all others. Milliseconds. */
const AGAIN_MS = 10 * 60_000;

/** Every night one day more for each studio; and whatever new hours ask for. One studio's fault keeps no other from it. */
export const makeSittings: Handler<'makeSittings'> = async (_nothing, { now }) => {
  const due = await studios.find({ makeAt: { upTo: now } }, { order: [['makeAt', 'asc']], limit: MOST_STUDIOS });
  const faults: unknown[] = [];
  let [made, left] = [0, ALLOWANCE];
  for (const studio of due) {
    if (left < TRIPS_OF_STUDIO) break;
    try {
      const carried = await carryOn(studio, now);
      made += carried.made;
      left -= carried.trips;
    } catch (error) {
      // Told once every other studio has been seen to.
      faults.push(error);
      left -= TRIPS_OF_STUDIO;
    }
  }
  if (faults.length > 0) throw faults[0];
  return agree({ made });
};

async function carryOn(studio: Studio, now: EpochMs): Promise<{ made: number; trips: number }> {
  const tryAgainAt = EpochMs.parse(now + AGAIN_MS);
  if (!(await isNoted(studio, tryAgainAt))) return { made: 0, trips: 1 };
  const today = shanghaiDay(now);
  const present = await sittings.find(
    { studioId: studio._id, startsAt: { from: endOfDay(today) } },
    { order: [['startsAt', 'asc']], limit: 2 * MOST_DAYS },
  );
  const { fresh, unfit } = sittingPlan(studio, present, today);
  // Of two runs at once one makes them: the other looks again.
  const isMade = fresh.length === 0 || (await sittings.insertMany(fresh)) === 'inserted';
  for (const sitting of unfit.slice(0, MOST_DAYS)) await fit(sitting, studio, now);
  if (isMade && unfit.length <= MOST_DAYS) await isNoted({ ...studio, makeAt: tryAgainAt }, endOfDay(today));
  return { made: isMade ? fresh.length : 0, trips: USUAL_TRIPS + unfit.length * TRIPS_OF_DAY };
}

/** Of two timers one takes it; and whoever saved new hours meanwhile has said when to look. */
const isNoted = async ({ _id, revision, makeAt }: Studio, at: EpochMs): Promise<boolean> =>
  (await studios.update({ _id, revision, makeAt }, { set: { makeAt: at } })) === 'updated';

/** Decided once more inside: somebody may have booked a time since. */
async function fit({ _id }: Sitting, { form }: Studio, now: EpochMs): Promise<void> {
  await transaction(async (tx) => {
    const sitting = await lockedSitting(tx, _id);
    const after = sitting === null ? sitting : fittedSitting(sitting, form, shanghaiDay(now));
    if (sitting === null || after === sitting) return;
    if (after === null) return tx.remove('match-sittings', _id);
    const { slots, startsAt, endsAt, dueAt } = after;
    return tx.update('match-sittings', _id, { set: { slots, startsAt, endsAt, dueAt } });
  });
}
