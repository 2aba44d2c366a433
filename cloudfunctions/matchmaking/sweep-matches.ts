import { agree } from '../../types/result';
import { purgeMatches } from './purge-matches';
import type { Handler } from './scene';
import { sweepMixers } from './sweep-mixers';
import { sweepProfiles } from './sweep-profiles';
import { sweepProposals } from './sweep-proposals';
import { sweepSittings } from './sweep-sittings';

const jobs = [sweepProposals, sweepMixers, sweepProfiles, sweepSittings, purgeMatches];

/**
 * One after another: each is bounded, so that a run ends within a function's time. One that breaks does not keep those
 * after it from running; then the first fault is thrown, for the log.
 */
export const sweepMatches: Handler<'sweepMatches'> = async (_nothing, { now }) => {
  let swept = 0;
  const faults: unknown[] = [];
  for (const job of jobs) {
    try {
      swept += await job(now);
    } catch (fault) {
      faults.push(fault);
    }
  }
  const [first] = faults;
  if (faults.length > 0) throw first instanceof Error ? first : new Error('A job broke.');
  return agree({ swept });
};
