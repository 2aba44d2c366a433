import { agree } from '../../types/result';
import { purgeMatches } from './purge-matches';
import type { Handler } from './scene';
import { sweepMixers } from './sweep-mixers';
import { sweepProfiles } from './sweep-profiles';
import { sweepProposals } from './sweep-proposals';
import { sweepSittings } from './sweep-sittings';

/** One after another: each is bounded, so that a run ends within a function's time. */
export const sweepMatches: Handler<'sweepMatches'> = async (_nothing, { now }) => {
  let swept = 0;
  for (const job of [sweepProposals, sweepMixers, sweepProfiles, sweepSittings, purgeMatches]) swept += await job(now);
  return agree({ swept });
};
