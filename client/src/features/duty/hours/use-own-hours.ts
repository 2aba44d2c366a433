import type { HoursEntry } from '@contract/duty-hours';
import { useState } from 'react';
import { useDeed } from '@/use-deed';
import type { More } from '@/use-pages';
import { useQuestion } from '@/use-question';
import { ownHoursRefusals } from './hours-copy';

type Older = { readonly entries: readonly HoursEntry[]; readonly next: number | null };

/** One's own book, the latest entries first; older ones at a press. */
export function useOwnHours() {
  const { question, refresh } = useQuestion('duty.listOwnHours', { before: null }, ownHoursRefusals);
  const { step, run } = useDeed('duty.listOwnHours', ownHoursRefusals);
  const [older, setOlder] = useState<Older | null>(null);
  const first = question.at === 'loaded' ? question.value.next : null;
  const next = older === null ? first : older.next;
  const load = () =>
    void run({ before: next }).then((after) => {
      if (after.at !== 'done') return;
      const { entries, next: rest } = after.value;
      setOlder((before) => ({ entries: [...(before?.entries ?? []), ...entries], next: rest }));
    });
  return { question, refresh, older: older?.entries ?? [], more: moreAt(next, step, load) };
}

function moreAt(next: number | null, step: ReturnType<typeof useDeed>['step'], load: () => void): More {
  if (next === null) return { at: 'end' };
  if (step.at === 'sending') return { at: 'loading' };
  return step.at === 'refused' || step.at === 'failed' ? { at: 'failed', text: step.text, load } : { at: 'more', load };
}
