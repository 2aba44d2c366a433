import type { ActionName, InputFor, RefusalFor } from '@contract/contracts';
import { useCallback, useRef, useState } from 'react';
import type { WordsFor } from './answer-words';
import { faultText, problemTexts, refusalText } from './answer-words';
import { call } from './cloud';
import type { ValueFor } from './use-question';

/** Every place one write can be. */
export type DeedStep<Value, Refusal extends string> =
  | { readonly at: 'idle' }
  | { readonly at: 'sending' }
  | { readonly at: 'done'; readonly value: Value }
  | {
      readonly at: 'refused';
      readonly refusal: Refusal;
      readonly text: string;
      /** A sentence for each field that is wrong, by its path. */
      readonly fields: Readonly<Record<string, string>>;
    }
  | { readonly at: 'failed'; readonly text: string };

export type DeedStepFor<Name extends ActionName> = DeedStep<ValueFor<Name>, RefusalFor<Name>>;

export type Deed<Name extends ActionName> = {
  readonly step: DeedStepFor<Name>;
  /** Sends once; a second press while sending waits for the first. Never rejects: the step says how it went. */
  readonly run: (input: InputFor<Name>) => Promise<DeedStepFor<Name>>;
  /** Forgets how it went, e.g. when a field is changed. */
  readonly reset: () => void;
};

/** One write, from the press of a button to what became of it. */
export function useDeed<Name extends ActionName>(name: Name, words: WordsFor<Name>): Deed<Name> {
  const [step, setStep] = useState<DeedStepFor<Name>>({ at: 'idle' });
  const sending = useRef<Promise<DeedStepFor<Name>> | null>(null);
  const wordsNow = useRef(words);
  wordsNow.current = words;

  const run = useCallback(
    (input: InputFor<Name>): Promise<DeedStepFor<Name>> => {
      if (sending.current !== null) return sending.current;
      setStep({ at: 'sending' });
      const outcome = perform(name, input, wordsNow.current).then((after) => {
        sending.current = null;
        setStep(after);
        return after;
      });
      sending.current = outcome;
      return outcome;
    },
    [name],
  );
  const reset = useCallback(() => {
    if (sending.current === null) setStep({ at: 'idle' });
  }, []);

  return { step, run, reset };
}

async function perform<Name extends ActionName>(
  name: Name,
  input: InputFor<Name>,
  words: WordsFor<Name>,
): Promise<DeedStepFor<Name>> {
  const answer = await call(name, input);
  if (answer.ok) return { at: 'done', value: answer.value };
  if ('fault' in answer) return { at: 'failed', text: faultText(answer.fault) };
  const { refusal, fields } = answer;
  return {
    at: 'refused',
    refusal: refusal as RefusalFor<Name>,
    text: refusalText(refusal, words),
    fields: problemTexts(fields),
  };
}
