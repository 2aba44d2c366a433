import * as z from 'zod/mini';
import { contract } from './contract';
import { notMineReasons } from './duty-kind';
import { ShiftSummary, SwapState } from './duty-shift';
import { RequestKey } from './evidence';
import { ShiftId, VolunteerNo, WishId } from './ids';

/** Volunteers exchange their shifts, or come in each other's place. */
export const swapActions = contract({
  /** Whom the caller could ask for one of their shifts: colleagues of the station, with what each could give. */
  listSwapPartners: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId }),
    output: z.object({
      partners: z.array(
        z.object({
          number: VolunteerNo,
          calledName: z.string(),
          /** Whether they could come in the caller's place for nothing. */
          mayReplace: z.boolean(),
          /** Their shifts that the caller could take for it. */
          shifts: z.array(ShiftSummary),
        }),
      ),
    }),
    refusals: ['shift-not-found', 'no-place', 'not-a-volunteer'],
    roundTrips: 5,
  },
  askSwap: {
    caller: 'person',
    input: z.object({
      shiftId: ShiftId,
      to: VolunteerNo,
      wanted: z.nullable(ShiftId),
      requestKey: RequestKey,
    }),
    output: z.object({ swapId: WishId }),
    refusals: [
      'shift-not-found',
      'no-place',
      'too-late',
      'partner-not-found',
      'partner-cannot',
      'you-cannot',
      'asked-already',
    ],
    roundTrips: 14,
  },
  /** The other's word, or the asker's taking it back. Both places change hands in one act, or none does. */
  answerSwap: {
    caller: 'person',
    input: z.object({ swapId: WishId, answer: z.enum(['agree', 'decline', 'withdraw', 'undo']) }),
    output: z.object({ state: SwapState }),
    refusals: [
      'swap-not-found',
      'not-yours',
      'answered-already',
      'lapsed',
      'places-changed',
      'too-late',
      ...notMineReasons,
    ],
    /** Five documents in one act, up to five times when others are quicker. */
    roundTrips: 70,
  },
});
