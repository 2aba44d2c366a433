import type { ProfileId } from '@contract/ids';
import type { MatchFact } from '@contract/match-kind';
import { useState } from 'react';
import { toTop } from '@/platform/to-top';
import { drawRequestKey } from '@/request-key';
import { useConfirm } from '@/ui/confirm';
import { useDeed } from '@/use-deed';
import { proposePhrases as words, proposeRefusals } from './propose-copy';

/** What one of the two is told: which facts of the other are left out, and a sentence. */
type Told = { readonly hides: readonly MatchFact[]; readonly sentence: string };
const nothing: Told = { hides: [], sentence: '' };

const orNull = (sentence: string): string | null => (sentence.trim() === '' ? null : sentence.trim());

/** A proposal on its way to two people. `toOne` is what `one` reads about the other. */
export function useProposing(pair: { readonly one: ProfileId; readonly other: ProfileId }) {
  const { step, run, reset } = useDeed('matchmaking.propose', proposeRefusals);
  const ask = useConfirm();
  const [toOne, setToOne] = useState(nothing);
  const [toOther, setToOther] = useState(nothing);
  const [requestKey] = useState(drawRequestKey);
  const wrong = step.at === 'refused' && step.refusal === 'words-refused' ? step.fields : {};
  const wordsWrong = (field: string) => (field in wrong ? words.wordsWrong : undefined);
  const onSend = async (nameOfOne: string, nameOfOther: string) => {
    if (!(await ask(words.ask(nameOfOne, nameOfOther)))) return;
    const after = await run({
      ...pair,
      hideOfOne: [...toOther.hides],
      hideOfOther: [...toOne.hides],
      wordsToOne: orNull(toOne.sentence),
      wordsToOther: orNull(toOther.sentence),
      requestKey,
    });
    if (after.at === 'done') toTop();
  };
  const changing = (hold: (told: Told) => void, told: Told) => (part: Partial<Told>) => {
    reset();
    hold({ ...told, ...part });
  };
  return {
    step,
    toOne: { ...toOne, problem: wordsWrong('wordsToOne'), onChange: changing(setToOne, toOne) },
    toOther: { ...toOther, problem: wordsWrong('wordsToOther'), onChange: changing(setToOther, toOther) },
    onSend,
  };
}
