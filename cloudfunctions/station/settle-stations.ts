import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { noticeAgreements } from './agreements';
import { closeAnsweredRounds } from './answer-reports';
import { finishImports, purgeImports } from './import-timer';
import { purgeVisits } from './purge-visits';
import type { Allowance } from './recount';
import { stations } from './records';
import type { Handler } from './scene';
import { settle } from './settling';

/** Saves whose call died that one run takes on; the next run takes the rest. */
const BATCH = 10;
/** Round trips of one run but for those of visits and answers, which have limits of their own. */
const TRIPS = 330;

type Job = (now: EpochMs, allowance: Allowance) => Promise<number>;
const settling: readonly Job[] = [settleSaves, noticeAgreements, closeAnsweredRounds, finishImports];
const clearing: readonly Job[] = [purgeImports, purgeVisits];

/** One job's fault keeps none of the others from being done; then it is told. */
export const settleStations: Handler<'settleStations'> = async (_input, { now }) => {
  const allowance = { trips: TRIPS };
  const faults: unknown[] = [];
  const run = async (jobs: readonly Job[]): Promise<number> => {
    let count = 0;
    for (const job of jobs) {
      const [outcome] = await Promise.allSettled([job(now, allowance)]);
      if (outcome.status === 'fulfilled') count += outcome.value;
      else faults.push(outcome.reason);
    }
    return count;
  };
  const [settled, cleared] = [await run(settling), await run(clearing)];
  if (faults.length > 0) throw faults[0];
  return agree({ settled, cleared });
};

async function settleSaves(now: EpochMs, allowance: Allowance): Promise<number> {
  allowance.trips -= 1;
  const unsettled = await stations.find(
    { unsettledAt: { upTo: now } },
    { order: [['unsettledAt', 'asc']], limit: BATCH },
  );
  const outcomes = [];
  for (const station of unsettled) outcomes.push(...(await Promise.allSettled([settle(station, allowance)])));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return unsettled.length;
}
