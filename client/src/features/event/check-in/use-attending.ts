import { useCallback, useEffect, useRef, useState } from 'react';
import { scan } from '@/platform/device';
import { shownCode } from '@/features/station/visit/shown-code';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { attendWords, checkInRefusals } from './check-in-copy';

/** Coming to an event, by the host's code. Whoever arrives with one is checked in without a press. */
export function useAttending(arrivedWith: string | null) {
  const { step, run } = useDeed('event.checkIn', checkInRefusals);
  const [shown, setShown] = useState<{ readonly code: string; readonly isTyped: boolean } | null>(null);
  const say = useSay();
  const send = useCallback(
    (code: string, isTyped: boolean) => {
      setShown({ code, isTyped });
      void run({ code });
    },
    [run],
  );
  const arrived = useRef(false);
  useEffect(() => {
    // React may run an effect twice, and one arrival is one check-in.
    if (arrived.current || arrivedWith === null) return;
    arrived.current = true;
    send(arrivedWith, false);
  }, [arrivedWith, send]);
  const onScan = async () => {
    const code = shownCode((await scan()) ?? '');
    if (code === null) say(attendWords.nothingScanned);
    else send(code, false);
  };
  return {
    step,
    isTyped: shown?.isTyped === true,
    onScan: () => void onScan(),
    onLetters: (letters: string) => send(letters, true),
    onAgain: () => {
      if (shown !== null) send(shown.code, shown.isTyped);
    },
  };
}
export type Attending = ReturnType<typeof useAttending>;
