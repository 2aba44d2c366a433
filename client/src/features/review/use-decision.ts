import type { InputFor } from '@contract/contracts';
import type { CaseId } from '@contract/ids';
import type { CaseKind } from '@contract/review';
import { useState } from 'react';
import type { DeedStep } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { caseText } from './case-copy';
import { approveWords, confirmTransferWords, declineTransferWords, rejectWords, sendBackWords } from './copy';

/** What came of it, once something did: decided here, or by somebody else meanwhile. */
export type News = { readonly tone: 'good' | 'warn'; readonly text: string };

export type Decision = {
  readonly news: News | null;
  readonly busy: boolean;
  /** Where the latest press stands: its sentence is shown beside the button. */
  readonly step: DeedStep<unknown, string>;
  readonly onApprove: () => void;
  readonly onSendBack: (answer: Omit<InputFor<'member.sendBack'>, 'caseId'>) => void;
  readonly onReject: (answer: Omit<InputFor<'member.reject'>, 'caseId'>) => void;
  readonly onConfirm: (kind: CaseKind) => void;
  readonly onDecline: (note: string) => void;
};

const text = caseText.news;
const idle: DeedStep<unknown, string> = { at: 'idle' };

export type AfterDecision = {
  /** Somebody else was faster: the case's history says who and when. */
  readonly reread: () => Promise<void>;
  readonly onDecided: () => void;
};

/**
 * One decision on one case.
 *
 * After one's own decision the case is not read again: every reading is a look that the person is shown.
 */
export function useDecision(caseId: CaseId, { reread, onDecided }: AfterDecision): Decision {
  const approve = useDeed('member.approve', approveWords);
  const sendBack = useDeed('member.sendBack', sendBackWords);
  const reject = useDeed('member.reject', rejectWords);
  const confirm = useDeed('member.confirmTransfer', confirmTransferWords);
  const decline = useDeed('member.declineTransfer', declineTransferWords);
  const [news, setNews] = useState<News | null>(null);
  const [latest, setLatest] = useState<DeedStep<unknown, string>>(idle);
  const busy = [approve, sendBack, reject, confirm, decline].some(({ step }) => step.at === 'sending');

  const conclude = async <Value>(deed: Promise<DeedStep<Value, string>>, said: (value: Value) => string) => {
    setLatest(idle);
    const after = await deed;
    setLatest(after);
    if (after.at === 'done') setNews({ tone: 'good', text: said(after.value) });
    if (after.at === 'refused' && after.refusal === 'case-decided-already') setNews({ tone: 'warn', text: after.text });
    const stale = after.at === 'refused' && ['case-decided-already', 'changed-meanwhile'].includes(after.refusal);
    if (stale) await reread();
    if (after.at === 'done' || stale) onDecided();
  };
  /** A second press, or another button while one is under way, waits for the first. */
  const once = (decide: () => Promise<void>) => {
    if (!busy) void decide();
  };

  return {
    news,
    busy,
    step: latest,
    onApprove: () =>
      once(() =>
        conclude(
          approve.run({ caseId, checks: { qualifies: true, voluntary: true, complete: true } }),
          ({ cardNumber }) => text.approved(cardNumber),
        ),
      ),
    onSendBack: (answer) => once(() => conclude(sendBack.run({ caseId, ...answer }), () => text.returned)),
    onReject: (answer) => once(() => conclude(reject.run({ caseId, ...answer }), () => text.refused)),
    onConfirm: (kind) =>
      once(() =>
        conclude(confirm.run({ caseId }), () => (kind === 'transfer-release' ? text.released : text.accepted)),
      ),
    onDecline: (note) => once(() => conclude(decline.run({ caseId, note }), () => text.declined)),
  };
}
