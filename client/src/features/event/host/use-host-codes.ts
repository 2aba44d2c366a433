import type { EventId } from '@contract/ids';
import type { EpochMs } from '@contract/time';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { presenceNow } from '@/features/station/presence/presence-now';
import type { PresenceNow } from '@/features/station/presence/presence-now';
import { whenBackOnline } from '@/platform/back-online';
import { brighten } from '@/platform/device';
import { aheadOfPhone } from '@/queue/server-clock';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';
import { hostCodesWords } from './host-copy';
import type { KeptCodes } from './kept-codes';
import { keepCodes, keptCodes } from './kept-codes';

/** New codes are asked for this often while they run out. Milliseconds. */
const RETRY_MS = 20_000;

export type HostCodes = {
  readonly question: Question<KeptCodes['shown']>;
  /** The last answer, which may be of before this page was opened; null if there never was one. */
  readonly held: KeptCodes['shown'] | null;
  readonly code: PresenceNow;
  /** What the server's clock says, as far as it is known. */
  readonly serverNow: () => EpochMs;
  readonly refresh: () => void;
};

/** The code of this half minute and who is there, for as long as somebody looks; bright and awake. */
export function useHostCodes(eventId: EventId): HostCodes {
  const { question, refresh } = useQuestion('event.showHostCodes', { eventId }, hostCodesWords);
  const kept = useKept(eventId, question);
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  const held = question.at === 'refused' ? null : (kept?.shown ?? null);
  const isHeldOut = held !== null && isSeen;
  const ahead = kept?.aheadMs ?? 0;
  const now = useTicking(isHeldOut) + ahead;
  const code = presenceNow(held?.codes ?? [], now);
  const shouldAsk = code.at === 'over' || code.shouldAsk;

  useEffect(() => {
    if (!isHeldOut || !shouldAsk) return undefined;
    void refresh();
    const timer = setInterval(() => void refresh(), RETRY_MS);
    return () => clearInterval(timer);
  }, [isHeldOut, shouldAsk, refresh]);
  useEffect(() => (isHeldOut ? brighten() : undefined), [isHeldOut]);
  useEffect(() => whenBackOnline(() => void refresh()), [refresh]);

  return {
    question,
    held,
    code,
    serverNow: () => (Date.now() + ahead) as EpochMs,
    refresh: () => void refresh(),
  };
}

/** Each answer is kept on the phone, so that the page opens without a network, too. */
function useKept(eventId: EventId, question: Question<KeptCodes['shown']>): KeptCodes | null {
  const kept = useRef<KeptCodes | null | undefined>(undefined);
  if (kept.current === undefined) kept.current = keptCodes(eventId);
  const answer = question.at === 'loaded' ? question.value : null;
  if (answer !== null && kept.current?.shown !== answer) {
    kept.current = { shown: answer, aheadMs: aheadOfPhone(answer.asOf, Date.now()) };
  }
  const { current } = kept;
  useEffect(() => {
    if (answer !== null && current !== null) keepCodes(eventId, current);
  }, [eventId, answer, current]);
  return current;
}

function useTicking(isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
}
