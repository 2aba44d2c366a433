import type { StationId } from '@contract/ids';
import type { Closure } from '@contract/opening';
import { useState } from 'react';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { closureText } from './closure-text';
import { deskText } from './desk-copy';
import { closureWords } from './desk-refusals';
import type { MomentChoice } from './moments';
import { momentOf, todayOf } from './moments';

const words = deskText.closure;

/** A closure as it is written down, before it is announced. */
export type ClosureDraft = { readonly from: MomentChoice; readonly until: MomentChoice; readonly reason: string };
export type ClosureProblems = { readonly [Field in keyof ClosureDraft]?: string | undefined };

export type Closing = {
  readonly step: DeedStepFor<'station.setClosure'>;
  /** null while none is written. */
  readonly draft: ClosureDraft | null;
  readonly problems: ClosureProblems;
  readonly onDraft: (draft: ClosureDraft | null) => void;
  readonly onStart: () => void;
  readonly onAnnounce: () => void;
  readonly onCancel: () => void;
};

/** What was written, as a closure; or what is missing. */
export function readClosure(draft: ClosureDraft): Closure | ClosureProblems {
  const from = momentOf(draft.from);
  const until = momentOf(draft.until);
  const reason = draft.reason.trim();
  if (from !== null && until !== null && until > from && reason !== '') return { from, until, reason };
  return {
    from: from === null ? words.momentMissing : undefined,
    until: until === null ? words.momentMissing : from !== null && until <= from ? words.order : undefined,
    reason: reason === '' ? words.reasonMissing : undefined,
  };
}

const isClosure = (read: Closure | ClosureProblems): read is Closure => typeof read.from === 'number';

/** Announcing a closure, or taking it back. */
export function useClosing(stationId: StationId, reread: () => Promise<void>): Closing {
  const { step, run, reset } = useDeed('station.setClosure', closureWords);
  const [draft, setDraft] = useState<ClosureDraft | null>(null);
  const [problems, setProblems] = useState<ClosureProblems>({});
  const ask = useConfirm();
  const say = useSay();

  const send = async (closure: Closure | null) => {
    if (step.at === 'sending') return;
    const question = closure === null ? words.cancelAsk : words.ask(closureText(closure, Date.now()));
    if (!(await ask(question))) return;
    const after = await run({ stationId, closure });
    if (after.at === 'done') {
      setDraft(null);
      reset();
      say(closure === null ? words.cancelled : words.done);
    }
    if (after.at === 'done' || (after.at === 'refused' && after.refusal === 'changed-meanwhile')) await reread();
  };

  return {
    step,
    draft,
    problems,
    onDraft: (next) => {
      setProblems({});
      setDraft(next);
    },
    onStart: () => {
      const today = todayOf(Date.now());
      setDraft({ from: { day: today, minute: 0 }, until: { day: today, minute: 1_440 }, reason: '' });
    },
    onAnnounce: () => {
      if (draft === null) return;
      const read = readClosure(draft);
      if (isClosure(read)) void send(read);
      else setProblems(read);
    },
    onCancel: () => void send(null),
  };
}
