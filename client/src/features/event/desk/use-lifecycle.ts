import type { EventId } from '@contract/ids';
import { useState } from 'react';
import { faultText, refusalText } from '@/answer-words';
import { call } from '@/cloud';
import { useConfirm } from '@/ui/confirm';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { callOffWords, closeWords, deskText, publishWords } from './desk-copy';

const words = deskText.acts;

export type Lifecycle = {
  readonly publishing: DeedStepFor<'event.publish'>;
  readonly closing: DeedStepFor<'event.close'>;
  readonly callingOff: DeedStepFor<'event.callOff'>;
  /** Why calling off; null while nobody does. */
  readonly reason: string | null;
  readonly problem: string | undefined;
  readonly onPublish: () => void;
  readonly onClose: () => void;
  readonly onReason: (reason: string | null) => void;
  readonly onCallOff: () => void;
};

/**
 * Publishing an event, ending its registration, calling it off.
 *
 * @param living registrations that are told when it is called off
 */
export function useLifecycle(eventId: EventId, living: number, reread: () => Promise<void>): Lifecycle {
  const publishing = useDeed('event.publish', publishWords);
  const closing = useDeed('event.close', closeWords);
  const callingOff = useDeed('event.callOff', callOffWords);
  const [reason, setReason] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const ask = useConfirm();
  const say = useSay();

  /** Seen by somebody else meanwhile: the page is read again so that it shows what is. */
  const after = async (step: { readonly at: string }, done: string) => {
    if (step.at === 'done') say(done);
    if (step.at === 'done' || step.at === 'refused') await reread();
  };

  const onPublish = async () => {
    if (publishing.step.at === 'sending' || !(await ask(words.publishAsk))) return;
    // What is published is the form as it is kept now.
    const kept = await call('event.showForm', { eventId });
    if (!kept.ok) {
      say('fault' in kept ? faultText(kept.fault) : refusalText(kept.refusal, publishWords));
      return;
    }
    await after(await publishing.run({ eventId, revision: kept.value.revision }), words.published);
  };
  const onClose = async () => {
    if (closing.step.at === 'sending' || !(await ask(words.closeAsk))) return;
    await after(await closing.run({ eventId }), words.closed);
  };
  const onCallOff = async () => {
    const why = (reason ?? '').trim();
    setProblem(why.length < 2 ? words.reasonMissing : undefined);
    if (why.length < 2 || callingOff.step.at === 'sending') return;
    if (!(await ask({ ...words.callOffAsk(living), danger: true }))) return;
    const step = await callingOff.run({ eventId, reason: why });
    if (step.at === 'done') setReason(null);
    await after(step, step.at === 'done' ? words.calledOff(step.value.told) : '');
  };

  return {
    publishing: publishing.step,
    closing: closing.step,
    callingOff: callingOff.step,
    reason,
    problem,
    onPublish: () => void onPublish(),
    onClose: () => void onClose(),
    onReason: (text) => {
      setProblem(undefined);
      callingOff.reset();
      setReason(text);
    },
    onCallOff: () => void onCallOff(),
  };
}
