import type { EventId, Lot } from '@contract/ids';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import type { ValueFor } from '@/use-question';
import { revealWords } from './registrants-copy';

/** How long a name stays on the screen. Milliseconds. */
export const SHOWN_MS = 60_000;

export type Reveal = {
  /** Held only while it is shown. */
  readonly shown: ValueFor<'event.reveal'> | null;
  readonly step: DeedStepFor<'event.reveal'>;
  readonly onReveal: (purpose: string) => void;
  readonly onHide: () => void;
};

/** Somebody's name, children and sensitive answers for a named purpose: a minute, and gone when the page is left. */
export function useReveal(eventId: EventId, lot: Lot): Reveal {
  const { step, run, reset } = useDeed('event.reveal', revealWords);
  const shown = step.at === 'done' ? step.value : null;
  const away = useRef(false);

  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(reset, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown, reset]);
  useDidShow(() => {
    away.current = false;
  });
  useDidHide(() => {
    away.current = true;
    reset();
  });

  const onReveal = async (purpose: string) => {
    await run({ eventId, lot, purpose });
    // The answer came after the page was left.
    if (away.current) reset();
  };
  return { shown, step, onReveal: (purpose) => void onReveal(purpose), onHide: reset };
}
