import { MOST_CHOICES } from '@contract/match-kind';
import type { MixerView } from '@contract/match-mixer';
import { useState } from 'react';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { choicesRefusals, mixerText as text } from './mixer-copy';

/** One's own card of choices: as it was saved, until something on it is changed. */
export function useChoices({ eventId, others, choices }: MixerView, onSaved: () => Promise<void>) {
  const { step, run, reset } = useDeed('matchmaking.saveChoices', choicesRefusals);
  const say = useSay();
  const [changed, setChanged] = useState<readonly number[] | null>(null);
  const [isOneTooMany, setOneTooMany] = useState(false);
  // Whoever left the studio since is in no list any more.
  const numbers = (changed ?? choices).filter((number) => others.some((other) => other.number === number));
  const onChange = (next: readonly number[]) => {
    reset();
    setOneTooMany(next.length > MOST_CHOICES);
    if (next.length <= MOST_CHOICES) setChanged(next);
    // The list is long, and what is said below it may be out of sight.
    else say(text.most);
  };
  const onSave = async () => {
    const after = await run({ eventId, numbers: [...numbers] });
    if (after.at === 'done') say(text.saved);
    if (after.at !== 'done' && after.at !== 'refused') return;
    await onSaved();
    if (after.at === 'done') setChanged(null);
  };
  const problem = isOneTooMany ? text.most : undefined;
  return { step, numbers, problem, isChanged: changed !== null, onChange, onSave };
}
