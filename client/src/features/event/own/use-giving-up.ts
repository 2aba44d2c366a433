import type { ExcuseReason } from '@contract/event';
import type { OwnRegistration } from '@contract/event-view';
import { useState } from 'react';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { cancelRefusals, ownWords } from './own-copy';

const asks = {
  confirmed: { title: ownWords.cancelAsk, text: ownWords.cancelText, yes: ownWords.cancel, no: ownWords.keep },
  offered: { title: ownWords.passOnAsk, text: ownWords.passOnText, yes: ownWords.passOn, no: ownWords.passOnNo },
  waiting: { title: ownWords.leaveListAsk, text: ownWords.leaveListText, yes: ownWords.leaveList, no: ownWords.stayOnList }, // prettier-ignore
  partner: { title: ownWords.cancelAsk, text: ownWords.leaveListText, yes: ownWords.cancel, no: ownWords.stayInPairs },
  entered: { title: ownWords.leaveDrawAsk, text: ownWords.leaveDrawText, yes: ownWords.leaveDraw, no: ownWords.stayInDraw }, // prettier-ignore
} as const;

/** Gives up a place, an offer or a turn. Late, one is asked for a reason first. */
export function useGivingUp(own: OwnRegistration, onDone: () => void) {
  const { step, run } = useDeed('event.cancel', cancelRefusals);
  const [isAskingWhy, setAskingWhy] = useState(false);
  const confirm = useConfirm();
  const say = useSay();

  const send = async (reason: ExcuseReason | null) => {
    const after = await run({ eventId: own.eventId, reason });
    if (after.at !== 'done') {
      if (after.at === 'refused' && after.refusal === 'reason-needed') setAskingWhy(true);
      return;
    }
    setAskingWhy(false);
    say(own.state === 'offered' ? ownWords.passedOn : ownWords.cancelled);
    onDone();
  };
  const onGiveUp = async () => {
    if (own.state === 'confirmed' && own.may.cancelIsLate) {
      setAskingWhy(true);
      return;
    }
    if (own.state === 'cancelled' || own.state === 'lapsed') return;
    const ask = own.waitsFor === 'partner' ? asks.partner : asks[own.state];
    if (await confirm({ ...ask, danger: own.state === 'confirmed' })) await send(null);
  };
  return {
    step,
    isAskingWhy,
    onGiveUp: () => void onGiveUp(),
    onReason: (reason: ExcuseReason) => void send(reason),
    onKeep: () => setAskingWhy(false),
  };
}
export type GivingUp = ReturnType<typeof useGivingUp>;
