import * as z from 'zod/mini';
import { contract } from './contract';
import { boardActions } from './duty-board';
import { hoursActions } from './duty-hours';
import { rosterActions } from './duty-roster';
import { shiftActions } from './duty-shift';
import { swapActions } from './duty-swap';
import { tapActions } from './duty-tap';
import { upkeepActions } from './duty-upkeep';
import { volunteerActions } from './duty-volunteer-actions';

export const dutyContract = contract({
  ...rosterActions,
  ...volunteerActions,
  ...shiftActions,
  ...swapActions,
  ...tapActions,
  ...hoursActions,
  ...upkeepActions,
  ...boardActions,

  /** Makes the shifts of one more day for every roster that is due. Safe to run twice. */
  makeShifts: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ made: z.int() }),
    refusals: [],
    roundTrips: 800,
  },
  /** What time brings: gaps told, standbys called, forgotten clocks closed, calls that died made good. Safe to run twice. */
  sweepShifts: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ swept: z.int() }),
    refusals: [],
    roundTrips: 2_800,
  },
  /** Follows the chains of some books a day, and writes to the log which does not hold. */
  verifyBooks: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ read: z.int(), broken: z.int() }),
    refusals: [],
    roundTrips: 400,
  },
});
