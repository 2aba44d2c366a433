import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { ChosenUnion } from '@/union-finder/union-finder';
import { cancelTransferWords, requestTransferWords, words } from './membership-copy';

export type TransferRequest = {
  /** Whether the form is open. What was filled in stays when it is closed. */
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onStay: () => void;
  readonly union: ChosenUnion | null;
  readonly onChoose: (union: ChosenUnion | null) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly step: DeedStepFor<'member.requestTransfer'>;
  readonly onRequest: (wish: { readonly union: ChosenUnion; readonly reason: string }) => void;
};

/** The wish to move to another union, from the first letter to the answer. */
export function useTransferRequest(refresh: () => Promise<void>): TransferRequest {
  const [open, setOpen] = useState(false);
  const [union, setUnion] = useState<ChosenUnion | null>(null);
  const [reason, setReason] = useState('');
  const { step, run, reset } = useDeed('member.requestTransfer', requestTransferWords);
  const ask = useConfirm();
  const say = useSay();

  const onRequest = async (wish: { readonly union: ChosenUnion; readonly reason: string }) => {
    if (!(await ask(words.form.ask(wish.union.name)))) return;
    const after = await run({ toUnionId: wish.union.unionId, reason: wish.reason });
    if (after.at === 'refused') await refresh();
    if (after.at !== 'done') return;
    // The answer has no clocks yet: they start with the cases that it opened.
    await refresh();
    setOpen(false);
    setUnion(null);
    setReason('');
    say(words.transfer.requested);
  };

  return {
    open,
    onOpen: () => {
      reset();
      setOpen(true);
    },
    onStay: () => setOpen(false),
    union,
    onChoose: (chosen) => {
      reset();
      setUnion(chosen);
    },
    reason,
    onReason: setReason,
    step,
    onRequest: (wish) => void onRequest(wish),
  };
}

export type TransferCancelling = {
  readonly step: DeedStepFor<'member.cancelTransfer'>;
  readonly onCancel: () => void;
};

export function useTransferCancelling(refresh: () => Promise<void>): TransferCancelling {
  const { step, run } = useDeed('member.cancelTransfer', cancelTransferWords);
  const ask = useConfirm();
  const say = useSay();
  const onCancel = async () => {
    if (!(await ask(words.transfer.cancelAsk))) return;
    const after = await run({});
    if (after.at !== 'failed') await refresh();
    if (after.at === 'done') say(words.transfer.cancelled);
  };
  return { step, onCancel: () => void onCancel() };
}
