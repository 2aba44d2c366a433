import type { StationId } from '@contract/ids';
import { useEffect, useRef, useState } from 'react';
import { brighten } from '@/platform/device';
import { here } from '@/platform/here';
import type { DeedStepFor } from '@/use-deed';
import { useDeed } from '@/use-deed';
import { doorRefusals } from './door-copy';

/** How long a token opens the door, counted from when it came: a phone's own clock may be minutes off. Milliseconds. */
const TOKEN_LIVES_MS = 60_000;

export type Door = {
  readonly step: DeedStepFor<'station.openDoor'>;
  /** Of the token that is shown; 0 once it is too old. */
  readonly secondsLeft: number;
  readonly onOpen: () => void;
};

/**
 * A token for the door, by the code that was scanned there or else by the phone's place.
 *
 * @param code what was read on the way to this page, if anything
 */
export function useDoor(stationId: StationId, code: string | null): Door {
  const { step, run } = useDeed('station.openDoor', doorRefusals);
  const [locating, setLocating] = useState(false);
  const [goodUntil, setGoodUntil] = useState(0);
  const codeFails = useRef(false);
  const busy = useRef(false);
  const secondsLeft = useSecondsUntil(goodUntil);
  const isHeldOut = secondsLeft > 0;
  useEffect(() => (isHeldOut ? brighten() : undefined), [isHeldOut]);

  const onOpen = async () => {
    if (busy.current) return;
    busy.current = true;
    const byCode = code !== null && !codeFails.current;
    setLocating(!byCode);
    const place = byCode ? null : await here();
    setLocating(false);
    const after = await run({ stationId, code: byCode ? code : null, place });
    busy.current = false;
    if (after.at === 'done') setGoodUntil(Date.now() + TOKEN_LIVES_MS);
    // A code that is too old by now does not keep one out: next time the place is asked.
    if (after.at === 'refused') codeFails.current = true;
  };
  return { step: locating ? { at: 'sending' } : step, secondsLeft, onOpen: () => void onOpen() };
}

function useSecondsUntil(until: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === 0) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}
