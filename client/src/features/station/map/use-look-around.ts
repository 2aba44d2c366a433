import type { InputFor } from '@contract/contracts';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import { whenBackOnline } from '@/platform/back-online';
import type { ValueFor } from '@/use-question';
import { lookAroundRefusals } from '../find/find-copy';

export type Around = ValueFor<'station.lookAround'>;
export type LookAround = InputFor<'station.lookAround'>;

/** Every place looking around can be. What was seen stays in sight while one looks elsewhere. */
export type Looking =
  | { readonly at: 'first' }
  | { readonly at: 'failed'; readonly text: string; readonly again: () => void }
  | {
      readonly at: 'seen';
      readonly around: Around;
      /** What was asked: whoever asks something else meanwhile has no answer yet. */
      readonly answers: LookAround;
      /** When it came: what 明天 means in its words. */
      readonly seenAt: number;
      /** The next answer is on its way. */
      readonly isAsking: boolean;
      /** Why the answer shown is an older one; null when it is not. */
      readonly stale: string | null;
      readonly again: () => void;
    };

/** A map that has rested for so long is looked at. Milliseconds. */
export const REST_MS = 250;

type Held = {
  readonly seen: { readonly around: Around; readonly answers: LookAround } | null;
  readonly seenAt: number;
  readonly problem: string | null;
  readonly isAsking: boolean;
};

/** Asks once for each resting place of the map; an answer that was overtaken is dropped. */
export function useLookAround(wish: LookAround): Looking {
  const [held, setHeld] = useState<Held>({ seen: null, seenAt: 0, problem: null, isAsking: true });
  const key = JSON.stringify(wish);
  const now = useRef(wish);
  now.current = wish;
  /** Of the newest question. */
  const turn = useRef(0);

  const ask = useCallback(() => {
    turn.current += 1;
    const own = turn.current;
    setHeld((before) => (before.isAsking ? before : { ...before, isAsking: true }));
    const answers = now.current;
    void call('station.lookAround', answers).then((answer) => {
      if (turn.current !== own) return;
      if (answer.ok)
        setHeld({ seen: { around: answer.value, answers }, seenAt: Date.now(), problem: null, isAsking: false });
      else setHeld((before) => ({ ...before, problem: problemText(answer), isAsking: false }));
    });
  }, []);

  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (asked.current === key) return undefined;
    const wait = asked.current === null ? 0 : REST_MS;
    const timer = setTimeout(() => {
      asked.current = key;
      ask();
    }, wait);
    return () => clearTimeout(timer);
  }, [key, ask]);

  useAgain(ask);
  useEffect(
    () => () => {
      turn.current += 1;
      // React may set up again what it has just taken down: then it is asked anew.
      asked.current = null;
    },
    [],
  );

  const { seen, seenAt, problem, isAsking } = held;
  if (seen !== null) return { at: 'seen', ...seen, seenAt, isAsking, stale: problem, again: ask };
  if (problem !== null && !isAsking) return { at: 'failed', text: problem, again: ask };
  return { at: 'first' };
}

/** Doors open and close while one is away: looked at anew when one is back, or the network is. */
function useAgain(ask: () => void): void {
  const wasAway = useRef(false);
  useDidHide(() => {
    wasAway.current = true;
  });
  useDidShow(() => {
    if (wasAway.current) ask();
    wasAway.current = false;
  });
  useEffect(() => whenBackOnline(ask), [ask]);
}

const problemText = (answer: { readonly fault: string } | { readonly refusal: string }): string =>
  'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, lookAroundRefusals);
