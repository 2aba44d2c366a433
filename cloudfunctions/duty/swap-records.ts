import * as z from 'zod/mini';
import { swapStates } from '../../types/duty-kind';
import { DutyRole } from '../../types/duty-roster';
import { PersonId, ShiftId, UnionId, VolunteerNo, WishId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

export const SwapSide = z.object({ personId: PersonId, number: VolunteerNo, calledName: z.string() });

/** One side's place that would change hands. */
export const SwapPlace = z.object({ shiftId: ShiftId, role: DutyRole });

export const SwapRecord = z.object({
  _id: WishId,
  /** Of the request: sent again, it asks nothing twice. */
  claim: z.string(),
  state: z.enum(swapStates),
  from: SwapSide,
  to: SwapSide,
  /** Their `personId`s. */
  people: z.array(PersonId),
  given: SwapPlace,
  /** Null for somebody who comes in another's place for nothing. */
  wanted: z.nullable(SwapPlace),
  needsHead: z.boolean(),
  scope: z.array(UnionId),
  /** `scope` while the head's word is wanted. */
  waitingFor: z.array(UnionId),
  askedAt: EpochMs,
  doneAt: z.nullable(EpochMs),
  decidedBy: z.nullable(z.string()),
  /** When it comes to nothing by itself; `NEVER` once it is decided. */
  lapsesAt: EpochMs,
});
export type SwapRecord = z.infer<typeof SwapRecord>;
export const swaps = collection('shift-swaps', SwapRecord);
