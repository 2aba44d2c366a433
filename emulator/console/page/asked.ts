import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, wordsOf } from './ask';

/** Where a question to the emulator stands. A later failure keeps what was there, so that a list does not blink away. */
export type Asked<Answer> =
  | { readonly at: 'asking' }
  | { readonly at: 'answered'; readonly answer: Answer; readonly trouble: string | null }
  | { readonly at: 'failed'; readonly message: string };

export type Asking<Answer> = { readonly asked: Asked<Answer>; readonly again: () => void };

/**
 * Asks once. A changed question is a new one: the answer to the old is shown until the new one comes, and dropped should it
 * come later.
 */
export function useAsked<Answer>(path: string): Asking<Answer> {
  return useQuestion(
    useCallback(() => ask<Answer>(path), [path]),
    null,
  );
}

/** Asks anew every so often, while somebody looks. */
export function usePolled<Answer>(path: string, everyMs: number): Asking<Answer> {
  return useQuestion(
    useCallback(() => ask<Answer>(path), [path]),
    everyMs,
  );
}

/** @param question must keep its identity for as long as the same is asked */
export function useQuestion<Answer>(question: () => Promise<Answer>, everyMs: number | null): Asking<Answer> {
  const [asked, setAsked] = useState<Asked<Answer>>({ at: 'asking' });
  const current = useRef(0);

  const put = useCallback(async (): Promise<void> => {
    current.current += 1;
    const mine = current.current;
    try {
      const answer = await question();
      if (mine === current.current) setAsked({ at: 'answered', answer, trouble: null });
    } catch (error) {
      if (mine !== current.current) return;
      const message = wordsOf(error);
      setAsked((before) => (before.at === 'answered' ? { ...before, trouble: message } : { at: 'failed', message }));
    }
  }, [question]);

  useEffect(() => {
    void put();
    if (everyMs === null) return undefined;
    const timer = setInterval(() => {
      if (!document.hidden) void put();
    }, everyMs);
    return () => clearInterval(timer);
  }, [put, everyMs]);

  return { asked, again: useCallback(() => void put(), [put]) };
}
