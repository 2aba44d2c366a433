import type { EventId } from '@contract/ids';
import { mixerConsentVersion } from '@contract/match-kind';
import { useState } from 'react';
import { useToProblem } from '@/features/event/use-to-problem';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import type { BadgeDraft, BadgeProblems } from './badge-draft';
import { badgeOf, badgeProblems, emptyBadge } from './badge-draft';
import { badgeRefusals } from './mixer-copy';

/**
 * A badge, from what is typed to the number; or the same number with other words on it. Nothing of it is kept on the
 * phone.
 */
export function useBadge(eventId: EventId, said: string, onDone: () => Promise<void>) {
  const { step, run, reset } = useDeed('matchmaking.takeBadge', badgeRefusals);
  const say = useSay();
  const toProblem = useToProblem();
  const [draft, setDraft] = useState(emptyBadge);
  const [problems, setProblems] = useState<BadgeProblems>({});
  const onChange = (change: Partial<BadgeDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblems((before) => without(before, Object.keys(change)));
    reset();
  };
  const onTake = async () => {
    const found = badgeProblems(draft);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      toProblem();
      return;
    }
    const after = await run({ eventId, consent: mixerConsentVersion, ...badgeOf(draft) });
    if (after.at === 'refused' && after.refusal === 'words-refused') {
      setProblems({ calledName: after.text });
      toProblem();
    }
    if (after.at !== 'done') return;
    say(said);
    await onDone();
  };
  return { step, draft, problems, onChange, onTake };
}

const without = (problems: BadgeProblems, changed: readonly string[]): BadgeProblems =>
  Object.fromEntries(Object.entries(problems).filter(([field]) => !changed.includes(field)));
