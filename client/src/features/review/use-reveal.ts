import type { RevealPurpose } from '@contract/application';
import type { CaseId } from '@contract/ids';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { revealWords } from './copy';

/** How long full numbers stay on the screen. Milliseconds. */
export const SHOWN_MS = 60_000;

export type FullNumbers = { readonly number: string; readonly mobile: string };

export type Reveal = {
  /** Held only while they are shown. */
  readonly shown: FullNumbers | null;
  readonly step: DeedStepFor<'member.revealNumbers'>;
  readonly onReveal: (purpose: RevealPurpose) => void;
  readonly onHide: () => void;
};

/** Full numbers for a named purpose: on the screen for a minute, and gone when the page is left. */
export function useReveal(caseId: CaseId): Reveal {
  const { step, run, reset } = useDeed('member.revealNumbers', revealWords);
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

  const onReveal = async (purpose: RevealPurpose) => {
    await run({ caseId, purpose });
    // The answer came after the page was left.
    if (away.current) reset();
  };
  return { shown, step, onReveal: (purpose) => void onReveal(purpose), onHide: reset };
}
