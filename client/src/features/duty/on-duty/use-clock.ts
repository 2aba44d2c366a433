import type { Place } from '@contract/place';
import { useRef, useState } from 'react';
import { shownCode } from '@/features/station/visit/shown-code';
import { scan } from '@/platform/device';
import { here } from '@/platform/here';
import { clockText } from './on-duty-copy';

/** What is shown for one's being at the station. */
export type Shown = { readonly code: string | null; readonly place: Place | null };

export type Clock = {
  readonly step: 'idle' | 'locating' | 'nowhere' | 'nothing-scanned';
  readonly letters: string;
  readonly problem: string | undefined;
  readonly onType: (letters: string) => void;
  readonly onScan: () => void;
  readonly onLetters: () => void;
  readonly onHere: () => void;
};

/**
 * Shows that one is at the station: by a code, with the place beside it where the phone says it, or by the place alone.
 *
 * @param tell what was shown, and when that was by the phone's clock: looking for the place may take a while
 */
export function useClock(tell: (shown: Shown, at: number) => void): Clock {
  const [step, setStep] = useState<Clock['step']>('idle');
  const [letters, setLetters] = useState('');
  const [problem, setProblem] = useState<string>();
  const busy = useRef(false);

  /** A second press waits for the first. */
  const once = (show: () => Promise<Clock['step']>) => {
    if (busy.current) return;
    busy.current = true;
    void show()
      .then(setStep)
      .finally(() => {
        busy.current = false;
      });
  };
  const showCode = async (code: string): Promise<Clock['step']> => {
    const at = Date.now();
    setStep('locating');
    tell({ code, place: await here() }, at);
    return 'idle';
  };

  return {
    step,
    letters,
    problem,
    onType: (typed) => {
      setProblem(undefined);
      setLetters(typed);
    },
    onScan: () =>
      once(async () => {
        const code = shownCode((await scan()) ?? '');
        return code === null ? 'nothing-scanned' : showCode(code);
      }),
    onLetters: () => {
      const code = shownCode(letters);
      if (code === null) setProblem(clockText.lettersMissing);
      else once(() => showCode(code));
    },
    onHere: () =>
      once(async () => {
        const at = Date.now();
        setStep('locating');
        const place = await here();
        if (place === null) return 'nowhere';
        tell({ code: null, place }, at);
        return 'idle';
      }),
  };
}
