import type { Purpose } from '@contract/consent';
import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { ownDataText, withdrawConsentWords } from './own-data-copy';

export type Withdrawing = {
  readonly step: DeedStepFor<'member.withdrawConsent'>;
  /** Which consent the step is about. */
  readonly purpose: Purpose | null;
  readonly onWithdraw: (purpose: Purpose) => void;
};

/** Taking back a consent, each apart from the others. */
export function useWithdrawing(refresh: () => Promise<void>): Withdrawing {
  const { step, run } = useDeed('member.withdrawConsent', withdrawConsentWords);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const ask = useConfirm();
  const say = useSay();

  const onWithdraw = async (wanted: Purpose) => {
    if (step.at === 'sending' || !(await ask(ownDataText.consents.ask(wanted)))) return;
    setPurpose(wanted);
    const after = await run({ purpose: wanted });
    if (after.at !== 'failed') await refresh();
    if (after.at === 'done') say(ownDataText.consents.done);
  };
  return { step, purpose, onWithdraw: (wanted) => void onWithdraw(wanted) };
}
