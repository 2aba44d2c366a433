import type { EventDetail, EventViewer } from '@contract/event-view';
import { useRef, useState } from 'react';
import { drawRequestKey } from '@/request-key';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { isLiving, rememberOwn } from '../own/kept-own';
import { useToProblem } from '../use-to-problem';
import type { Draft } from './draft';
import { answersToSend, emptyDraft, problemsOf } from './draft';
import { consentVersion, formWords, registerRefusals } from './register-copy';

/** One registration, from the first letter to the place, the list or the draw. */
export function useRegistering(event: EventDetail, viewer: EventViewer) {
  const { step, run, reset } = useDeed('event.register', registerRefusals);
  const [draft, setDraft] = useState(() => emptyDraft(event, viewer));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const requestKey = useRef(drawRequestKey());
  const say = useSay();
  const toProblem = useToProblem();

  const onRegister = async () => {
    const found = problemsOf(draft, event);
    setProblems(found);
    if (Object.keys(found).length > 0) {
      reset();
      say(formWords.wrong);
      toProblem();
      return;
    }
    const { name, quota, children, saysAge, answers } = draft;
    const after = await run({
      eventId: event.eventId,
      requestKey: requestKey.current,
      slip: viewer.slip,
      name: name.trim(),
      quota,
      children: children.map((child) => ({ name: child.name.trim(), age: Number(child.age) })),
      guardianConsent: children.length === 0 ? null : consentVersion,
      saysAge,
      answers: answersToSend(event.fields, answers),
    });
    if (after.at === 'done' && isLiving(after.value)) rememberOwn(event.endsAt);
    if (after.at === 'refused') toProblem();
  };
  return {
    draft,
    onChange: (change: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...change }));
      setProblems((before) => without(before, Object.keys(change)));
    },
    problems: step.at === 'refused' ? { ...step.fields, ...problems } : problems,
    step,
    onRegister: () => void onRegister(),
  };
}
export type Registering = ReturnType<typeof useRegistering>;

/** What was changed is not wrong any more, as far as one knows. */
const without = (
  problems: Readonly<Record<string, string>>,
  changed: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(problems).filter(([path]) => {
      const [first = ''] = path.split('.');
      return !changed.includes(first === 'guardianConsent' ? 'isConsented' : first);
    }),
  );
