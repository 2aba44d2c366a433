import type { RefusalOf } from '../../types/contract';
import type { boardActions } from '../../types/duty-board';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { exchangeShifts } from './exchange-shifts';
import { shiftsById } from './list-own-shifts';
import type { Handler } from './scene';
import { HEADS } from './scene';
import type { SwapRecord } from './swap-records';
import { swaps } from './swap-records';
import { isUnderWay, settled } from './swap-rules';
import { tellBoth } from './swap-tellings';
import { shiftsOf, swapView } from './swap-view';

/** The head's word on what two volunteers have agreed upon; both hear it. */
export const decideSwap: Handler<'decideSwap'> = async ({ swapId, agree: agrees }, { now, standing }) => {
  const swap = await swaps.get(swapId);
  // What the other has not answered yet is nobody's to decide.
  if (swap === null || swap.state === 'asked') return refuse('swap-not-found');
  if (!standing.covers(swap.scope, HEADS)) return refuse('outside-your-unions');
  const decided = agrees ? await allow(swap, standing.name, now) : await forbid(swap, standing.name, now);
  if (!decided.ok) return decided;
  await tellBoth(swap, decided.value.state, now);
  const [view] = swapView(decided.value, await shiftsById(shiftsOf([swap])), null, now);
  return view === undefined ? refuse('places-changed') : agree({ swap: view });
};

type Decided = Result<SwapRecord, RefusalOf<typeof boardActions.decideSwap>>;

async function allow(swap: SwapRecord, by: string, now: EpochMs): Promise<Decided> {
  const done = await exchangeShifts(swap, { from: 'agreed', by }, now);
  return done.ok ? agree(done.value.swap ?? swap) : done;
}

async function forbid(swap: SwapRecord, by: string, now: EpochMs): Promise<Decided> {
  if (swap.state === 'refused') return agree(swap);
  if (swap.state !== 'agreed') return refuse(swap.state === 'lapsed' ? 'lapsed' : 'answered-already');
  if (!isUnderWay(swap, now)) return refuse('lapsed');
  const after = settled(swap, 'refused', now, by);
  const { state, waitingFor, lapsesAt, decidedBy } = after;
  const change = { set: { state, waitingFor, lapsesAt, decidedBy } };
  const outcome = await swaps.update({ _id: swap._id, state: 'agreed' }, change);
  return outcome === 'updated' ? agree(after) : refuse('answered-already');
}
