import type { SmallPhoto } from '@contract/duty-tap';
import type { ProposalId } from '@contract/ids';
import type { ReportReason } from '@contract/match-kind';
import { useEffect, useRef, useState } from 'react';
import { useToProblem } from '@/features/event/use-to-problem';
import { guardLeaving } from '@/platform/leave-guard';
import { takePhoto } from '@/platform/photo';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useDeed } from '@/use-deed';
import { LEAST_WORDS, reportRefusals, reportText as text } from './report-copy';

/** Telling the administrators of somebody: what is typed, the picture, and what became of sending. */
export function useReporting(proposalId: ProposalId) {
  const { step, run, reset } = useDeed('matchmaking.report', reportRefusals);
  const [requestKey] = useState(drawRequestKey);
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [words, setWords] = useState('');
  const [photo, setPhoto] = useState<SmallPhoto | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isPressed, setPressed] = useState(false);
  const ask = useConfirm();
  const toProblem = useToProblem();
  const last = useRef(0);
  const isTyped = step.at !== 'done' && (words.trim() !== '' || photo !== null);

  useEffect(() => (isTyped ? guardLeaving(() => ask(text.dropAsk)) : undefined), [isTyped, ask]);

  const isShort = words.trim().length < LEAST_WORDS;
  const wordsProblem = isPressed && isShort ? text.wordsMissing : undefined;
  const sentBack = step.at === 'refused' ? step.fields['words'] : undefined;

  const onPick = async () => {
    // A browser that does not tell that nothing was picked leaves the question open; the next press asks anew.
    const own = (last.current += 1);
    const taken = await takePhoto();
    if (own !== last.current || taken.at === 'none') return;
    reset();
    setTrouble(taken.at === 'taken' ? null : text[taken.at]);
    if (taken.at === 'taken') setPhoto(taken.photo);
  };
  const onSend = async () => {
    setPressed(true);
    if (reason === null || isShort) {
      toProblem();
      return;
    }
    const after = await run({ proposalId, reason, words: words.trim(), photo, requestKey });
    if (after.at === 'refused' && after.fields['words'] !== undefined) toProblem();
  };
  return {
    step,
    reason,
    words,
    photo,
    trouble,
    reasonProblem: isPressed && reason === null ? text.reasonMissing : undefined,
    wordsProblem: wordsProblem ?? sentBack,
    onReason: setReason,
    onWords: (typed: string) => {
      reset();
      setWords(typed);
    },
    onPick: () => void onPick(),
    onDrop: () => setPhoto(null),
    onSend: () => void onSend(),
  };
}

export type Reporting = ReturnType<typeof useReporting>;
