import { agree } from '../../types/result';
import { closeAnsweredRounds } from './answer-reports';
import { stations } from './records';
import type { Handler } from './scene';
import { settle } from './settling';

/** Saves whose call died that one run of the timer takes on; the next run takes the rest. */
const BATCH = 10;
const TRIPS = 400;

export const settleStations: Handler<'settleStations'> = async (_input, { now }) => {
  const allowance = { trips: TRIPS };
  const unsettled = await stations.find(
    { unsettledAt: { upTo: now } },
    { order: [['unsettledAt', 'asc']], limit: BATCH },
  );
  const outcomes = [];
  for (const station of unsettled) outcomes.push(...(await Promise.allSettled([settle(station, allowance)])));
  const answered = await closeAnsweredRounds(now);
  // Those behind a station that cannot be settled are settled all the same; then the fault is told.
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  return agree({ settled: unsettled.length + answered, cleared: 0 });
};
