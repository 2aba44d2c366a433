import type { RefusalOf } from '@contract/contract';
import type { ActionName, ActionOf, AnswerFor, InputFor, LookName } from '@contract/contracts';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WordsFor } from './answer-words';
import { faultText, refusalText } from './answer-words';
import { call } from './cloud';
import { useSay } from './ui/toast';

/** Every place a question can be. What was loaded stays while it is asked again. */
export type Question<Value> =
  | { readonly at: 'loading' }
  | { readonly at: 'loaded'; readonly value: Value }
  | { readonly at: 'refused'; readonly refusal: string; readonly text: string }
  | { readonly at: 'failed'; readonly text: string; readonly retry: () => void };

export type ValueFor<Name extends ActionName> = Extract<AnswerFor<Name>, { ok: true }>['value'];

/** Words may be left out only where the action has no refusals of its own. */
type WordsAsNeeded<Name extends ActionName> = [RefusalOf<ActionOf<Name>>] extends [never]
  ? [words?: WordsFor<Name>]
  : [words: WordsFor<Name>];

export type Asking<Value> = { readonly question: Question<Value>; readonly refresh: () => Promise<void> };

/**
 * Each reading of these is written down for those whom it names: coming back shows what was read before, and is no new
 * look. The contract says which they are, and this does not compile without one of them.
 */
const looks: Readonly<Record<LookName, true>> = {
  'matchmaking.searchPool': true,
  'matchmaking.showPerson': true,
  'matchmaking.suggest': true,
  'matchmaking.previewProposal': true,
  'matchmaking.listHeld': true,
  'matchmaking.listStudioProposals': true,
  'matchmaking.listFollowUps': true,
  'matchmaking.showDay': true,
};

/**
 * Asks a read action when the page shows, again each time one comes back to it, and anew when the input changes.
 *
 * @param input null while it is not known yet: nothing is asked
 */
export function useQuestion<Name extends ActionName>(
  name: Name,
  input: InputFor<Name> | null,
  ...[words]: WordsAsNeeded<Name>
): Asking<ValueFor<Name>> {
  const say = useSay();
  const key = JSON.stringify(input);
  const [held, setHeld] = useState<Held<ValueFor<Name>>>({ key, question: { at: 'loading' } });
  const now = useRef({ input, words, key, held });
  now.current = { input, words, key, held };
  const underWay = useRef<{ key: string; done: Promise<void> } | null>(null);
  const gone = useRef(false);
  const wasAway = useRef(false);

  const refresh: () => Promise<void> = useCallback(() => {
    const { input: asked, key: askedKey } = now.current;
    if (asked === null) return Promise.resolve();
    if (underWay.current?.key === askedKey) return underWay.current.done;

    const retry = () => {
      setHeld({ key: askedKey, question: { at: 'loading' } });
      void refresh();
    };
    const done = call(name, asked).then((answer) => {
      if (underWay.current?.key === askedKey) underWay.current = null;
      // The page was left, or asks something else by now.
      if (gone.current || now.current.key !== askedKey) return;
      const before = now.current.held;
      const keeps = before.key === askedKey && before.question.at === 'loaded';
      if (keeps && 'fault' in answer) say(faultText(answer.fault));
      else setHeld({ key: askedKey, question: asQuestion(answer, now.current.words, retry) });
    });
    underWay.current = { key: askedKey, done };
    return done;
  }, [name, say]);

  useEffect(() => {
    gone.current = false;
    void refresh();
    return () => {
      gone.current = true;
    };
  }, [key, refresh]);
  // A page is shown when it opens, too; only coming back is a reason to ask again.
  useDidHide(() => {
    wasAway.current = true;
  });
  useDidShow(() => {
    if (wasAway.current && !(name in looks)) void refresh();
    wasAway.current = false;
  });

  return { question: held.key === key ? held.question : { at: 'loading' }, refresh };
}

type Held<Value> = { readonly key: string; readonly question: Question<Value> };

function asQuestion<Name extends ActionName>(
  answer: AnswerFor<Name>,
  words: WordsFor<Name> | undefined,
  retry: () => void,
): Question<ValueFor<Name>> {
  if (answer.ok) return { at: 'loaded', value: answer.value };
  if ('fault' in answer) return { at: 'failed', text: faultText(answer.fault), retry };
  return { at: 'refused', refusal: answer.refusal, text: refusalText(answer.refusal, words) };
}
