import type { NotMineReason } from '../../types/duty-kind';
import type { Result } from '../../types/result';
import { refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Cast, Decided, Stage } from './act-together';
import { actTogether } from './act-together';
import type { SwapRecord } from './swap-records';
import type { Exchange } from './swap-rules';
import { exchanged, isUnderWay, settled, undoUntil } from './swap-rules';

type Refusal = NotMineReason | 'swap-not-found' | 'answered-already' | 'lapsed' | 'places-changed';

/** Two shifts, two diaries and the exchange itself. */
export const castOf = ({ _id, people, given, wanted }: SwapRecord): Cast => ({
  shifts: [given.shiftId, ...(wanted === null ? [] : [wanted.shiftId])],
  people,
  swap: _id,
});

/**
 * Both places change hands in one act. Seventeen round trips; some sixty when others are quicker each time.
 *
 * @param from where the exchange must stand: `asked` for the other's word, `agreed` for the head's
 */
export const exchangeShifts = (
  swap: SwapRecord,
  { from, by }: { readonly from: 'asked' | 'agreed'; readonly by: string | null },
  now: EpochMs,
): Promise<Result<Stage, Refusal>> =>
  actTogether<Refusal>(castOf(swap), (stage) => exchangeOn(stage, { from, by }, now), now);

/** The same as a rule: what was done already is done. */
export function exchangeOn(
  { swap, ...stage }: Stage,
  { from, by }: { readonly from: 'asked' | 'agreed'; readonly by: string | null },
  now: EpochMs,
): Result<Decided, Refusal> {
  if (swap === null) return refuse('swap-not-found');
  if (swap.state === 'done') return { ok: true, value: { shifts: [], people: [] } };
  if (swap.state === 'lapsed') return refuse('lapsed');
  if (swap.state !== from) return refuse('answered-already');
  if (!isUnderWay(swap, now)) return refuse('lapsed');
  const exchange = exchangeFor(stage, swap);
  if (exchange === null) return refuse('places-changed');
  const isWilling = exchange.to.state === 'accepted' && (swap.wanted === null || exchange.from.state === 'accepted');
  if (!isWilling) return refuse('not-for-you');
  const done = exchanged(exchange, 'swapped', now);
  return done.ok ? { ok: true, value: { ...done.value, swap: settled(swap, 'done', now, by) } } : done;
}

/** Both have back what they gave, if they still could have it. */
export const undoExchange = (
  swap: SwapRecord,
  now: EpochMs,
): Promise<Result<Stage, Exclude<Refusal, 'lapsed'> | 'too-late'>> =>
  actTogether<Exclude<Refusal, 'lapsed'> | 'too-late'>(castOf(swap), (stage) => undoOn(stage, now), now);

export function undoOn(
  { swap, ...stage }: Stage,
  now: EpochMs,
): Result<Decided, Exclude<Refusal, 'lapsed'> | 'too-late'> {
  if (swap === null) return refuse('swap-not-found');
  if (swap.state === 'undone') return { ok: true, value: { shifts: [], people: [] } };
  if (swap.state !== 'done' || swap.doneAt === null) return refuse('answered-already');
  const exchange = exchangeFor(stage, swap);
  if (exchange === null) return refuse('places-changed');
  if (now >= undoUntil(swap.doneAt, exchange.given, exchange.wanted)) return refuse('too-late');
  // Whoever has left since gave back everything, and gets nothing back.
  if (exchange.from.state === 'left' || exchange.to.state === 'left') return refuse('places-changed');
  const back = exchanged({ ...exchange, from: exchange.to, to: exchange.from }, 'swap-undone', now);
  return back.ok ? { ok: true, value: { ...back.value, swap: settled(swap, 'undone', now) } } : back;
}

/** Those concerned as they stand; null where one of them is gone. */
export function exchangeFor({ shifts, people }: Omit<Stage, 'swap'>, swap: SwapRecord): Exchange | null {
  const [from, to] = [people.get(swap.from.personId), people.get(swap.to.personId)];
  const given = shifts.get(swap.given.shiftId);
  const wanted = swap.wanted === null ? null : shifts.get(swap.wanted.shiftId);
  if (from === undefined || to === undefined || given === undefined || wanted === undefined) return null;
  return { from, to, given, wanted, swap };
}
