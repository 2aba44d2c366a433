import type { StationId } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import type { DoorAnswer } from '@contract/visit';
import { useState } from 'react';
import { momentText } from '@/calendar-words';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { answers, deskText } from './desk-copy';
import { answerWords } from './desk-refusals';
import type { MomentChoice } from './moments';
import { momentOf, todayOf } from './moments';

const words = deskText.reports;

export type ClosingDraft = { readonly until: MomentChoice; readonly reason: string };

export type Answering = {
  readonly step: DeedStepFor<'station.answerReports'>;
  /** How long the station stays closed and why, while one writes it; null outside of that. */
  readonly closing: ClosingDraft | null;
  readonly problems: { readonly until?: string; readonly reason?: string };
  readonly onClosing: (closing: ClosingDraft | null) => void;
  readonly onAnswer: (answer: DoorAnswer) => void;
};

type Closed = { readonly until: EpochMs; readonly reason: string };

/** Answering everybody who said that the door is locked. */
export function useAnswering(stationId: StationId, reread: () => Promise<void>): Answering {
  const { step, run, reset } = useDeed('station.answerReports', answerWords);
  const [closing, setClosing] = useState<ClosingDraft | null>(null);
  const [problems, setProblems] = useState<Answering['problems']>({});
  const ask = useConfirm();
  const say = useSay();

  const send = async (answer: DoorAnswer, closed: Closed | null) => {
    const text = closed === null ? answers[answer].ask.text : words.untilAsk(momentText(closed.until), closed.reason);
    if (!(await ask({ ...answers[answer].ask, text }))) return;
    const after = await run({ stationId, answer, until: closed?.until ?? null, reason: closed?.reason ?? null });
    if (after.at === 'done') {
      setClosing(null);
      reset();
      say(answers[answer].done);
    }
    if (after.at !== 'failed') await reread();
  };

  const sendClosed = (draft: ClosingDraft) => {
    const until = momentOf(draft.until);
    const reason = draft.reason.trim();
    const late = until !== null && until > Date.now();
    if (late && reason !== '') void send('closed-until', { until, reason });
    else {
      setProblems({
        ...(late ? {} : { until: until === null ? words.untilNeeded : words.untilPast }),
        ...(reason === '' ? { reason: words.reasonMissing } : {}),
      });
    }
  };

  return {
    step,
    closing,
    problems,
    onClosing: (next) => {
      setProblems({});
      setClosing(next);
    },
    onAnswer: (answer) => {
      if (step.at === 'sending') return;
      if (answer !== 'closed-until') void send(answer, null);
      else if (closing === null) setClosing({ until: { day: todayOf(Date.now()), minute: null }, reason: '' });
      else sendClosed(closing);
    },
  };
}
