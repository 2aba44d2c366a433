import type { ResultOf } from '../../types/contract';
import type { swapActions } from '../../types/duty-swap';
import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Change } from '../runtime/filter';
import { readStage } from './act-together';
import { castOf, exchangeOn, exchangeShifts, undoExchange } from './exchange-shifts';
import type { Handler } from './scene';
import type { SwapRecord } from './swap-records';
import { swaps } from './swap-records';
import { handedToHead, settled } from './swap-rules';
import { tellHeads, tellPartner } from './swap-tellings';

type Answered = ResultOf<typeof swapActions.answerSwap>;

export const answerSwap: Handler<'answerSwap'> = async ({ swapId, answer }, { now, personId }) => {
  const swap = await swaps.get(swapId);
  if (swap === null || !swap.people.includes(personId)) return refuse('swap-not-found');
  if (answer === 'undo') return undo(swap, personId, now);
  const isAsker = swap.from.personId === personId;
  if (isAsker !== (answer === 'withdraw')) return refuse('not-yours');
  if (answer === 'agree') return swap.needsHead ? passToHead(swap, now) : exchange(swap, now);
  return turnDown(swap, answer === 'withdraw' ? 'withdrawn' : 'declined', now);
};

async function exchange(swap: SwapRecord, now: EpochMs): Promise<Answered> {
  const done = await exchangeShifts(swap, { from: 'asked', by: null }, now);
  if (!done.ok) return done;
  await tellPartner(swap, 'done', swap.from.personId, now);
  return agree({ state: 'done' });
}

async function undo(swap: SwapRecord, personId: PersonId, now: EpochMs): Promise<Answered> {
  const undone = await undoExchange(swap, now);
  if (!undone.ok) return undone;
  const { from, to } = swap;
  await tellPartner(swap, 'undone', from.personId === personId ? to.personId : from.personId, now);
  return agree({ state: 'undone' });
}

/** Looked at as though it were done now, so that a head is not asked for what cannot be. */
async function passToHead(swap: SwapRecord, now: EpochMs): Promise<Answered> {
  if (swap.state === 'agreed' || swap.state === 'done') return agree({ state: swap.state });
  const stage = await readStage(castOf(swap));
  const possible = exchangeOn(stage, { from: 'asked', by: null }, now);
  if (!possible.ok) return possible;
  const moved = await moveOn(swap, ['asked'], { set: changeOf(handedToHead(swap)) });
  if (moved !== null) return moved.state === 'agreed' ? agree({ state: 'agreed' }) : refuse('answered-already');
  await tellHeads(swap, now);
  return agree({ state: 'agreed' });
}

async function turnDown(swap: SwapRecord, state: 'declined' | 'withdrawn', now: EpochMs): Promise<Answered> {
  if (swap.state === state) return agree({ state });
  if (swap.state === 'lapsed') return refuse('lapsed');
  const moved = await moveOn(swap, ['asked', 'agreed'], { set: changeOf(settled(swap, state, now)) });
  if (moved !== null) return moved.state === state ? agree({ state }) : refuse('answered-already');
  if (state === 'declined') await tellPartner(swap, state, swap.from.personId, now);
  return agree({ state });
}

/** Null when it was moved; else how it stands by now. */
async function moveOn(
  { _id, state }: SwapRecord,
  from: readonly SwapRecord['state'][],
  change: Change,
): Promise<Pick<SwapRecord, 'state'> | null> {
  if (!from.includes(state)) return { state };
  if ((await swaps.update({ _id, state: { in: from } }, change)) === 'updated') return null;
  return (await swaps.get(_id)) ?? { state };
}

const changeOf = ({
  state,
  waitingFor,
  lapsesAt,
}: SwapRecord): Pick<SwapRecord, 'state' | 'waitingFor' | 'lapsesAt'> => ({
  state,
  waitingFor,
  lapsesAt,
});
