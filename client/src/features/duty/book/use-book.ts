import type { HoursEntry } from '@contract/duty-hours';
import type { VolunteerNo } from '@contract/ids';
import { useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import type { More } from '@/use-pages';
import { useQuestion } from '@/use-question';
import { showBookRefusals } from './book-copy';

type Older = { readonly entries: readonly HoursEntry[]; readonly next: number | null };

/** A volunteer's book, the latest entries first; older ones at a press, since every look is written down. */
export function useBook(number: VolunteerNo) {
  const { question, refresh } = useQuestion('duty.showBook', { number, before: null }, showBookRefusals);
  const [older, setOlder] = useState<Older | null>(null);
  const [step, setStep] = useState<{ at: 'idle' | 'loading' } | { at: 'failed'; text: string }>({ at: 'idle' });
  const first = question.at === 'loaded' ? question.value : null;
  const next = older === null ? (first?.next ?? null) : older.next;
  const load = () => {
    if (next === null || step.at === 'loading') return;
    setStep({ at: 'loading' });
    void call('duty.showBook', { number, before: next }).then((answer) => {
      if (!answer.ok) {
        const text = 'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, showBookRefusals);
        setStep({ at: 'failed', text });
        return;
      }
      setOlder({ entries: [...(older?.entries ?? []), ...answer.value.entries], next: answer.value.next });
      setStep({ at: 'idle' });
    });
  };
  const more: More =
    next === null
      ? { at: 'end' }
      : step.at === 'failed'
        ? { at: 'failed', text: step.text, load }
        : step.at === 'loading'
          ? { at: 'loading' }
          : { at: 'more', load };
  return { question, more, older: older?.entries ?? [], refresh };
}
