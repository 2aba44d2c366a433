import type { RequestKey } from '@contract/evidence';
import type { EventId } from '@contract/ids';
import { useRef, useState } from 'react';
import { drawRequestKey } from '@/request-key';
import { go } from '@/routes';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { copyWords, deskText } from './desk-copy';

const words = deskText.copy;
const MOST_DAYS = 400;

export type Copying = {
  readonly step: DeedStepFor<'event.copy'>;
  readonly days: string;
  readonly problem: string | undefined;
  readonly onDays: (days: string) => void;
  readonly onCopy: () => void;
};

/** The whole days that were typed; null when that is none of 1 to 400. */
export function daysIn(text: string): number | null {
  const days = Number(text.normalize('NFKC').trim());
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : null;
}

/** A draft like this event, some days later; it opens to be looked over. */
export function useCopying(eventId: EventId): Copying {
  const { step, run, reset } = useDeed('event.copy', copyWords);
  const [days, setDays] = useState('7');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const wish = useRef<RequestKey | null>(null);
  const say = useSay();

  const onCopy = async () => {
    const read = daysIn(days);
    setProblem(read === null ? words.daysWrong : undefined);
    if (read === null || step.at === 'sending') return;
    wish.current ??= drawRequestKey();
    const after = await run({ eventId, days: read, requestKey: wish.current });
    if (after.at !== 'done') return;
    wish.current = null;
    reset();
    say(words.done);
    go('editEvent', { id: after.value.eventId });
  };
  return {
    step,
    days,
    problem,
    onDays: (text) => {
      // Other days are another wish.
      wish.current = null;
      setProblem(undefined);
      reset();
      setDays(text);
    },
    onCopy: () => void onCopy(),
  };
}
