import type { StationId } from '@contract/ids';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { whenBackOnline } from '@/platform/back-online';
import { brighten } from '@/platform/device';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';
import { presenceRefusals } from './presence-copy';
import type { PresenceCodes, PresenceNow } from './presence-now';
import { presenceNow } from './presence-now';

/** New codes are asked for this often while they run out. Milliseconds. */
const RETRY_MS = 20_000;

export type Presence = {
  readonly question: Question<PresenceCodes>;
  readonly shown: PresenceNow;
  readonly onAgain: () => void;
};

/** The code of this half minute, for as long as somebody looks; bright and awake. */
export function usePresence(stationId: StationId | null): Presence {
  const { question, refresh } = useQuestion(
    'station.presenceCodes',
    stationId === null ? null : { stationId },
    presenceRefusals,
  );
  const held = question.at === 'loaded' ? question.value : null;
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  const isHeldOut = held !== null && isSeen;
  const shown = presenceNow(held?.codes ?? [], useServerClock(held, isHeldOut));
  const shouldAsk = shown.at === 'over' || shown.shouldAsk;

  useEffect(() => {
    if (!isHeldOut || !shouldAsk) return undefined;
    void refresh();
    const timer = setInterval(() => void refresh(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isHeldOut, shouldAsk, refresh]);
  useEffect(() => (isHeldOut ? brighten() : undefined), [isHeldOut]);
  useEffect(() => whenBackOnline(() => void refresh()), [refresh]);

  return { question, shown, onAgain: () => void refresh() };
}

/** What the server's clock says: the codes are of its time, and a phone's clock may be minutes off. */
function useServerClock(held: PresenceCodes | null, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  const offset = useRef({ of: held, ms: 0 });
  if (offset.current.of !== held && held !== null) offset.current = { of: held, ms: held.asOf - Date.now() };
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning, held]);
  return Math.max(now + offset.current.ms, held?.asOf ?? 0);
}
