import { useCallback, useRef, useState } from 'react';
import { wordsOf } from '../ask';

/** Something that was sent: a second press while it is under way does nothing. */
export type Act =
  | { readonly at: 'idle' }
  | { readonly at: 'sending' }
  | { readonly at: 'done'; readonly message: string }
  | { readonly at: 'refused'; readonly message: string };

type Acting = {
  readonly act: Act;
  /** @param work answers with the sentence to show, or nothing */
  readonly run: (work: () => Promise<string | undefined>) => void;
  readonly forget: () => void;
};

export function useAct(): Acting {
  const [act, setAct] = useState<Act>({ at: 'idle' });
  const isSending = useRef(false);
  const run = useCallback((work: () => Promise<string | undefined>): void => {
    if (isSending.current) return;
    isSending.current = true;
    setAct({ at: 'sending' });
    work()
      .then(
        (message) => setAct(message === undefined ? { at: 'idle' } : { at: 'done', message }),
        (error: unknown) => setAct({ at: 'refused', message: wordsOf(error) }),
      )
      .finally(() => {
        isSending.current = false;
      });
  }, []);
  return { act, run, forget: useCallback(() => setAct({ at: 'idle' }), []) };
}
