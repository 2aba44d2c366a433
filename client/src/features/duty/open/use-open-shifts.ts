import type { OpenShift } from '@contract/duty-shift';
import type { PageCursor } from '@contract/paging';
import type { Place } from '@contract/place';
import { useEffect, useRef, useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import type { More } from '@/use-pages';
import type { Question, ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import { listOpenRefusals } from './open-copy';

type Part = ValueFor<'duty.listOpenShifts'>;
type Later = { readonly after: Part; readonly parts: readonly Part[] };
type Loading = { readonly at: 'no' } | { readonly at: 'yes' } | { readonly at: 'failed'; readonly text: string };

/** Shifts of the next days, as many as one has patience for. */
export function useOpenShifts(days: number, from: Place | null) {
  const { question } = useQuestion('duty.listOpenShifts', { days, from, cursor: null }, listOpenRefusals);
  const first = question.at === 'loaded' ? question.value : null;
  const [later, setLater] = useState<Later | null>(null);
  const [loading, setLoading] = useState<Loading>({ at: 'no' });
  const latest = useRef(first);
  latest.current = first;
  useEffect(() => setLoading({ at: 'no' }), [first]);
  useEffect(
    () => () => {
      latest.current = null;
    },
    [],
  );

  const parts = first === null || later?.after !== first ? [] : later.parts;
  const next = (parts[parts.length - 1] ?? first)?.next ?? null;
  const load = (cursor: PageCursor) => {
    if (loading.at === 'yes') return;
    setLoading({ at: 'yes' });
    void call('duty.listOpenShifts', { days, from, cursor }).then((answer) => {
      // The page was left, or shows another list by now.
      if (first === null || latest.current !== first) return;
      if (answer.ok) setLater({ after: first, parts: [...parts, answer.value] });
      setLoading(
        answer.ok
          ? { at: 'no' }
          : {
              at: 'failed',
              text: 'fault' in answer ? faultText(answer.fault) : refusalText(answer.refusal, listOpenRefusals),
            },
      );
    });
  };
  const shifts: Question<readonly OpenShift[]> =
    question.at === 'loaded'
      ? { at: 'loaded', value: eachOnce([question.value, ...parts].flatMap(({ shifts: some }) => some)) }
      : question;
  return { question: shifts, more: moreOf(next, loading, load) };
}

/** A shift that was given back while one read on may be told of twice. */
const eachOnce = (shifts: readonly OpenShift[]): readonly OpenShift[] => [
  ...new Map(shifts.map((shift) => [shift.shiftId, shift])).values(),
];

function moreOf(next: PageCursor | null, loading: Loading, load: (cursor: PageCursor) => void): More {
  if (next === null) return { at: 'end' };
  if (loading.at === 'yes') return { at: 'loading' };
  const onLoad = () => load(next);
  return loading.at === 'failed' ? { at: 'failed', text: loading.text, load: onLoad } : { at: 'more', load: onLoad };
}
