import * as z from 'zod/mini';
import { contract } from './contract';
import { benchActions } from './match-bench';
import { mixerActions } from './match-mixer';
import { profileActions } from './match-own';
import { proposalActions } from './match-proposal';
import { safetyActions } from './match-safety';
import { sittingActions } from './match-sitting';

export const matchmakingContract = contract({
  ...profileActions,
  ...sittingActions,
  ...proposalActions,
  ...benchActions,
  ...mixerActions,
  ...safetyActions,

  /** Makes the sittings of four weeks for every studio that is due, holidays left out. Safe to run twice. */
  makeSittings: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ made: z.int() }),
    refusals: [],
    roundTrips: 400,
  },
  /**
   * Proposals and mixers whose day has come, profiles that run out, reminders of sittings, follow-ups, and what is kept
   * no longer. Safe to run twice.
   */
  sweepMatches: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ swept: z.int() }),
    refusals: [],
    roundTrips: 3_000,
  },
});
