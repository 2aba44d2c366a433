import type { RequestKey } from '@contract/evidence';
import type { StationId } from '@contract/ids';
import { useRef, useState } from 'react';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { deskText } from './desk-copy';
import { restockWords } from './desk-refusals';

const words = deskText.water;

export type Restocking = {
  readonly step: DeedStepFor<'station.restock'>;
  readonly amount: string;
  readonly problem: string | undefined;
  readonly onAmount: (amount: string) => void;
  /** A delivery of so many bottles. */
  readonly onDeliver: (bottles: number) => void;
  /** What was typed, put in or taken off. */
  readonly onTyped: (how: 'put' | 'take') => void;
};

/** Keeping count of the bottles. While no answer came the wish keeps its name, so that it counts once. */
export function useRestocking(stationId: StationId, reread: () => Promise<void>): Restocking {
  const { step, run, reset } = useDeed('station.restock', restockWords);
  const [amount, setAmount] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const unanswered = useRef<{ readonly bottles: number; readonly requestKey: RequestKey } | null>(null);
  const ask = useConfirm();
  const say = useSay();

  const send = async (bottles: number) => {
    if (step.at === 'sending') return;
    const before = unanswered.current;
    const requestKey = before?.bottles === bottles ? before.requestKey : drawRequestKey();
    unanswered.current = { bottles, requestKey };
    const after = await run({ stationId, bottles, requestKey });
    if (after.at !== 'failed') unanswered.current = null;
    if (after.at !== 'done') return;
    setAmount('');
    reset();
    say(words.done(after.value.bottles));
    await reread();
  };

  const onTyped = async (how: 'put' | 'take') => {
    const bottles = /^[1-9]\d{0,3}$/.test(amount.trim()) ? Number(amount.trim()) : null;
    if (bottles === null) setProblem(words.amountProblem);
    else if (how === 'put') await send(bottles);
    else if (await ask(words.takeAsk(bottles))) await send(-bottles);
  };

  return {
    step,
    amount,
    problem,
    onAmount: (text) => {
      reset();
      setProblem(undefined);
      setAmount(text);
    },
    onDeliver: (bottles) => void send(bottles),
    onTyped: (how) => void onTyped(how),
  };
}
