import type { RequestKey } from '@contract/evidence';
import type { ShiftId } from '@contract/ids';
import { useRef } from 'react';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { askRefusals, swapPhrases } from './swap-copy';

export type Partner = ValueFor<'duty.listSwapPartners'>['partners'][number];

/** Asks one colleague: for a shift of theirs, or to come for nothing. The same wish has the same key until it is heard. */
export function useAsking(shiftId: ShiftId, onDone: () => void) {
  const { step, run } = useDeed('duty.askSwap', askRefusals);
  const confirm = useConfirm();
  const say = useSay();
  const wish = useRef<{ readonly of: string; readonly key: RequestKey } | null>(null);

  const onAsk = async ({ number, calledName }: Partner, wanted: ShiftId | null, text: string) => {
    const title = swapPhrases.askTitle(calledName);
    if (!(await confirm({ title, text, yes: swapPhrases.ask, no: swapPhrases.askNo }))) return;
    const of = `${number}:${wanted ?? ''}`;
    if (wish.current?.of !== of) wish.current = { of, key: drawRequestKey() };
    const after = await run({ shiftId, to: number, wanted, requestKey: wish.current.key });
    if (after.at === 'failed') return;
    wish.current = null;
    if (after.at !== 'done') return;
    say(swapPhrases.asked);
    onDone();
  };
  return {
    step,
    onAsk: (partner: Partner, wanted: ShiftId | null, text: string) => void onAsk(partner, wanted, text),
  };
}
