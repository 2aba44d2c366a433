import { isDeepStrictEqual } from 'node:util';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { endOfDay, shanghaiDay } from '../../types/time';
import { weekdayOf } from '../runtime/holidays';
import { applyRoster, makeDaysAhead, nextTry } from './apply-roster';
import { groundNow } from './ground';
import type { Ground, RosterRecord } from './roster-records';
import { rosters } from './roster-records';
import type { Handler } from './scene';

/** Round trips of one run: within a minute even where each takes 50 ms, beside what else the timer does. */
const ALLOWANCE = 600;
/** What a roster needs of which only the days have gone on: to take it, two to look (three on Mondays), make and note. */
const USUAL_TRIPS = 6;

/**
 * Every night one day more for each roster; and what a call that died has left. One that fails is tried again after all
 * others.
 */
export const makeShifts: Handler<'makeShifts'> = async (_, { now }) => {
  const limit = Math.floor(ALLOWANCE / USUAL_TRIPS);
  const due = await rosters.find({ makeAt: { upTo: now } }, { order: [['makeAt', 'asc']], limit });
  let [made, left] = [0, ALLOWANCE - 1];
  for (const roster of due) {
    if (left < USUAL_TRIPS) break;
    const carried = await carryOn(roster, now, left - USUAL_TRIPS);
    made += carried.made;
    left -= carried.trips;
  }
  return agree({ made });
};

async function carryOn(roster: RosterRecord, now: EpochMs, most: number): Promise<{ made: number; trips: number }> {
  if (!(await isTaken(roster, now))) return { made: 0, trips: 1 };
  const ground = await groundNow(roster._id);
  if (ground === null) return { made: 0, trips: 2 + (await waitADay(roster, now)) };
  const current = { ...roster, ground, makeAt: nextTry(now) };
  const isWhole = roster.madeUpTo === null || hasMoved(roster.ground, ground) || isMonday(now);
  const { made, trips } = isWhole
    ? await applyRoster(current, { by: null, at: now }, most)
    : await makeDaysAhead(current, now);
  return { made, trips: trips + 3 };
}

/** Of two timers one makes it; where it fails, others come first before it is tried again. */
const isTaken = async ({ _id, revision, makeAt }: RosterRecord, now: EpochMs): Promise<boolean> =>
  (await rosters.update({ _id, revision, makeAt }, { set: { makeAt: nextTry(now) } })) === 'updated';

/** Its station is gone: it is looked at again tomorrow, and blocks nobody. */
async function waitADay({ _id, revision }: RosterRecord, now: EpochMs): Promise<number> {
  await rosters.update({ _id, revision }, { set: { makeAt: endOfDay(shanghaiDay(now)) } });
  return 1;
}

/**
 * Once a week everything is looked at: a holiday may have been announced since, and a shift that was kept for somebody
 * may have been given back.
 */
const isMonday = (now: EpochMs): boolean => weekdayOf(shanghaiDay(now)) === 1;

/** Shifts that are made already say where they are, too. Whom they are offered to beside that may wait for new ones. */
const hasMoved = (before: Ground, after: Ground): boolean =>
  !isDeepStrictEqual({ ...before, neighbours: [] }, { ...after, neighbours: [] });
