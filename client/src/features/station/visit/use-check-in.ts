import type { StationId } from '@contract/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { scan } from '@/platform/device';
import { replaceWith } from '@/routes';
import { here } from '@/platform/here';
import { visitorKey } from '@/platform/visitor-key';
import { useSay } from '@/ui/toast';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { isEventCode, shownCode } from './shown-code';
import { occupationToSend } from './occupation';
import { checkInRefusals, visitWords } from './visit-copy';

/** Every place a check-in can be: those of one write, and looking for the phone before it. */
export type CheckInStep = DeedStepFor<'station.checkIn'> | { readonly at: 'locating' } | { readonly at: 'no-place' };

export type CheckIn = {
  readonly step: CheckInStep;
  /** What was read last. */
  readonly code: string | null;
  /** It was typed, not scanned. */
  readonly isTyped: boolean;
  readonly onScan: () => void;
  readonly onLetters: (letters: string) => void;
  /** By the phone's place alone; null where it is not known which station one means. */
  readonly onHere: (() => void) | null;
  readonly onAgain: () => void;
};

/** What one comes to the page with: a code that was read, or the station that one means. */
export type Arrival = {
  readonly stationId: StationId | null;
  readonly code: string | null;
};

type Shown =
  { readonly by: 'scan' | 'letters'; readonly code: string } | { readonly by: 'place'; readonly stationId: StationId };

const askedOf = (what: Shown) =>
  what.by === 'place' ? { code: null, stationId: what.stationId } : { code: what.code, stationId: null };

const visitor = async () => ({ occupation: occupationToSend(), visitorKey: await visitorKey() });

/** One visit, from what was shown to what became of it. Whoever arrives with a code is checked in without a press. */
export function useCheckIn({ stationId, code }: Arrival): CheckIn {
  const { step, run } = useDeed('station.checkIn', checkInRefusals);
  const [shown, setShown] = useState<Shown | null>(code === null ? null : { by: 'scan', code });
  const [locating, setLocating] = useState<'no' | 'yes' | 'nowhere'>('no');
  const busy = useRef(false);
  const say = useSay();

  const send = useCallback(
    async (what: Shown): Promise<void> => {
      if (busy.current) return;
      if (what.by !== 'place' && isEventCode(what.code)) {
        replaceWith('eventCheckIn', { code: what.code });
        return;
      }
      busy.current = true;
      setShown(what);
      setLocating(what.by === 'place' ? 'yes' : 'no');
      try {
        const place = what.by === 'place' ? await here() : null;
        const isNowhere = what.by === 'place' && place === null;
        setLocating(isNowhere ? 'nowhere' : 'no');
        if (!isNowhere) await run({ ...askedOf(what), place, ...(await visitor()) });
      } finally {
        busy.current = false;
      }
    },
    [run],
  );

  const arrived = useRef(false);
  useEffect(() => {
    // React may run an effect twice, and one arrival is one visit.
    if (arrived.current) return;
    arrived.current = true;
    if (code !== null) void send({ by: 'scan', code });
  }, [code, send]);

  const onScan = async () => {
    const read = shownCode((await scan()) ?? '');
    if (read === null) say(visitWords.nothingScanned);
    else await send({ by: 'scan', code: read });
  };
  return {
    step: locating === 'no' ? step : { at: locating === 'yes' ? 'locating' : 'no-place' },
    code: shown === null || shown.by === 'place' ? null : shown.code,
    isTyped: shown?.by === 'letters',
    onScan: () => void onScan(),
    onLetters: (letters) => void send({ by: 'letters', code: letters }),
    onHere: stationId === null ? null : () => void send({ by: 'place', stationId }),
    onAgain: () => {
      if (shown !== null) void send(shown);
    },
  };
}
