import type { InputFor } from '@contract/contracts';
import type { RequestKey } from '@contract/evidence';
import type { EventId } from '@contract/ids';
import { useRef, useState } from 'react';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { deskText, messageWords } from './desk-copy';

const words = deskText.message;

export type Addressees = InputFor<'event.message'>['to'];
export type Letter = { readonly to: Addressees; readonly text: string };

export type Messaging = {
  readonly step: DeedStepFor<'event.message'>;
  /** null while none is written. */
  readonly letter: Letter | null;
  readonly problem: string | undefined;
  readonly onLetter: (letter: Letter | null) => void;
  readonly onSend: () => void;
};

/** A word to everybody who has a place, who waits, or both. */
export function useMessaging(eventId: EventId, reread: () => Promise<void>): Messaging {
  const { step, run, reset } = useDeed('event.message', messageWords);
  const [letter, setLetter] = useState<Letter | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const wish = useRef<RequestKey | null>(null);
  const ask = useConfirm();
  const say = useSay();

  const onSend = async () => {
    const text = letter?.text.trim() ?? '';
    setProblem(text.length < 2 ? words.textMissing : undefined);
    if (letter === null || text.length < 2 || step.at === 'sending') return;
    if (!(await ask(words.ask(words[letter.to])))) return;
    wish.current ??= drawRequestKey();
    const after = await run({ eventId, to: letter.to, text, requestKey: wish.current });
    if (after.at !== 'done') return;
    wish.current = null;
    setLetter(null);
    reset();
    say(words.done(after.value.told));
    await reread();
  };
  return {
    step,
    letter,
    problem,
    onLetter: (next) => {
      // Another text is another message; the same one sent again is the same.
      wish.current = null;
      setProblem(undefined);
      reset();
      setLetter(next);
    },
    onSend: () => void onSend(),
  };
}
