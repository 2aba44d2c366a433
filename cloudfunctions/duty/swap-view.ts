import type { SwapView } from '../../types/duty-shift';
import type { PersonId, ShiftId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { shiftSummary } from './shift-view';
import type { Summed } from './shift-view';
import type { SwapRecord } from './swap-records';
import { lapsesAt, undoUntil } from './swap-rules';

/** Shifts that exchanges name. */
export const shiftsOf = (all: readonly Pick<SwapRecord, 'given' | 'wanted'>[]): ShiftId[] => [
  ...new Set(all.flatMap(({ given, wanted }) => [given.shiftId, ...(wanted === null ? [] : [wanted.shiftId])])),
];

/**
 * An exchange as those concerned read it; nothing where one of its shifts is not known.
 *
 * @param viewer null for a head
 */
export function swapView(
  swap: SwapRecord,
  shifts: ReadonlyMap<ShiftId, Summed>,
  viewer: PersonId | null,
  now: EpochMs,
): SwapView[] {
  const given = shifts.get(swap.given.shiftId);
  const wanted = swap.wanted === null ? null : shifts.get(swap.wanted.shiftId);
  if (given === undefined || wanted === undefined) return [];
  const undo = swap.state === 'done' && swap.doneAt !== null ? undoUntil(swap.doneAt, given, wanted) : null;
  return [
    {
      swapId: swap._id,
      state: swap.state,
      isOwn: swap.from.personId === viewer,
      from: { number: swap.from.number, calledName: swap.from.calledName },
      to: { number: swap.to.number, calledName: swap.to.calledName },
      given: shiftSummary(given),
      wanted: wanted === null ? null : shiftSummary(wanted),
      askedAt: swap.askedAt,
      until: lapsesAt(given, wanted),
      undoUntil: undo !== null && now < undo ? undo : null,
    },
  ];
}
