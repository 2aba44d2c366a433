import type { Purpose } from '@contract/consent';
import { neededToJoin } from '@contract/consent';
import { useState } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import { ownDataText, withdrawConsentWords } from './own-data-copy';

type Step = DeedStepFor<'member.withdrawConsent'>;

export type Withdrawing = {
  readonly step: Step;
  /** Which consent the step is about. */
  readonly purpose: Purpose | null;
  readonly onWithdraw: (purpose: Purpose) => void;
};

/** What the server would say to a member. Asking first would speak of an application that is long decided. */
const leaveFirst: Step = {
  at: 'refused',
  refusal: 'leave-union-first',
  text: withdrawConsentWords['leave-union-first'],
  fields: {},
};

const isNeeded = (purpose: Purpose): boolean => neededToJoin.some((needed) => needed === purpose);

/** Taking back a consent, each apart from the others. */
export function useWithdrawing(isMember: boolean, refresh: () => Promise<void>): Withdrawing {
  const { step, run } = useDeed('member.withdrawConsent', withdrawConsentWords);
  const [purpose, setPurpose] = useState<Purpose | null>(null);
  const ask = useConfirm();
  const say = useSay();
  const heldBack = (wanted: Purpose | null) => isMember && wanted !== null && isNeeded(wanted);

  const onWithdraw = async (wanted: Purpose) => {
    if (step.at === 'sending') return;
    if (heldBack(wanted)) {
      setPurpose(wanted);
      return;
    }
    if (!(await ask(ownDataText.consents.ask(wanted)))) return;
    setPurpose(wanted);
    const after = await run({ purpose: wanted });
    if (after.at !== 'failed') await refresh();
    if (after.at === 'done') say(ownDataText.consents.done);
  };
  return { step: heldBack(purpose) ? leaveFirst : step, purpose, onWithdraw: (wanted) => void onWithdraw(wanted) };
}
