import type { PersonId } from '../../types/ids';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { headsOf } from './heads';
import { purgePhotos } from './purge-photos';
import { actOnUpkeep } from './upkeep-keeping';
import { newsOfUpkeep, withTold } from './upkeep-news';
import type { UpkeepRecord } from './upkeep-records';
import { stewards, upkeeps } from './upkeep-records';

/** Stations that one run takes on; the next run takes the rest. */
const BATCH = 40;
/** Round trips of one station, as a rule: those it tells, the telling, the writing. */
const TRIPS_OF_STATION = 8;
/** And when others write its shelf meanwhile, and every notice is one by itself. */
const TRIPS_AT_WORST = 60;
const STEWARDS_READ = 50;

/**
 * Tells heads and stewards of what is out of date since midnight, once for each thing and date, and of what visitors
 * said is broken or gone, once until somebody has looked. Told first, then written that it was: a run that dies tells
 * it again, and the inbox knows it already. Then takes away pictures whose time is over.
 *
 * @param allowance round trips that are left to this run
 * @returns stations that were seen to; the first fault is thrown once the others have been
 */
export async function sweepUpkeep(now: EpochMs, allowance: { trips: number }): Promise<number> {
  allowance.trips -= 1;
  const due = await upkeeps.find({ dueAt: { upTo: now } }, { order: [['dueAt', 'asc']], limit: BATCH });
  const faults: unknown[] = [];
  let swept = 0;
  for (const upkeep of due) {
    if (allowance.trips < TRIPS_AT_WORST) break;
    allowance.trips -= TRIPS_OF_STATION;
    try {
      await tellOf(upkeep, now);
      swept += 1;
    } catch (error) {
      // Told once everything else has been done.
      faults.push(error);
    }
  }
  await purgePhotos(now, allowance);
  if (faults.length > 0) throw faults[0];
  return swept;
}

async function tellOf(upkeep: UpkeepRecord, now: EpochMs): Promise<void> {
  const news = newsOfUpkeep(upkeep, now);
  const to = await tendersOf(upkeep, now);
  const about = { at: now, eventId: null, stationId: upkeep._id, when: null, words: null };
  await tell(
    news.flatMap(({ kind, once, subject }) => to.map((personId) => ({ to: personId, kind, once, subject, ...about }))),
  );
  const ground = { stationId: upkeep._id, stationName: upkeep.stationName, scope: upkeep.scope };
  await actOnUpkeep(ground, (current) => agree(withTold(current, news)), now);
}

async function tendersOf({ _id, scope }: UpkeepRecord, now: EpochMs): Promise<PersonId[]> {
  const [heads, own] = await Promise.all([
    headsOf(scope, now),
    stewards.find({ stationId: _id, state: 'accepted' }, { limit: STEWARDS_READ }),
  ]);
  return [...new Set([...heads, ...own.map(({ personId }) => personId)])];
}
