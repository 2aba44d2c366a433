import type { CardView } from '@contract/membership';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { whenBackOnline } from '@/platform/back-online';
import { brighten } from '@/platform/device';
import type { Question } from '@/use-question';
import { useQuestion } from '@/use-question';
import { cardRefusals } from '../card-copy';

/** A code ages from the server's clock on; so much is taken off for the way here. Milliseconds. */
const TRAVEL_MS = 8_000;
/** A new code is asked for with so much left, and again when that brought nothing. Seconds. */
const RENEW_AT_S = 20;
const WARN_AT_S = 10;

/** How the code on the screen stands. */
export type CodeAge = 'fresh' | 'renewing' | 'offline' | 'over';

export type CardInHand = {
  readonly question: Question<CardView>;
  readonly age: CodeAge;
  readonly secondsLeft: number;
  /** How much of its life is left, from 1 to 0. */
  readonly share: number;
  readonly onReconnect: () => void;
};

/** The card while it is held out: its code changes before it is too old, and rests while nobody looks. */
export function useCard(): CardInHand {
  const { question, refresh } = useQuestion('member.showCard', {}, cardRefusals);
  const card = question.at === 'loaded' ? question.value : null;
  const isLive = card !== null && card.code !== null;
  const [isSeen, setSeen] = useState(true);
  useDidShow(() => setSeen(true));
  useDidHide(() => setSeen(false));
  const isHeldOut = isLive && isSeen;
  const { secondsLeft, share } = useLifeOf(card, isHeldOut);
  const age = ageOf(secondsLeft);

  useEffect(() => {
    if (isHeldOut && age !== 'fresh') void refresh();
  }, [age, isHeldOut, refresh]);
  useEffect(() => (isHeldOut ? brighten() : undefined), [isHeldOut]);
  useEffect(() => whenBackOnline(() => void refresh()), [refresh]);

  return { question, age, secondsLeft, share, onReconnect: () => void refresh() };
}

export function ageOf(secondsLeft: number): CodeAge {
  if (secondsLeft <= 0) return 'over';
  if (secondsLeft <= WARN_AT_S) return 'offline';
  return secondsLeft <= RENEW_AT_S ? 'renewing' : 'fresh';
}

/** Counts down from the moment a card came in; every answer is a new one. */
function useLifeOf(card: CardView | null, isHeldOut: boolean): { secondsLeft: number; share: number } {
  const [goodUntil, setGoodUntil] = useState<number | null>(null);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (card === null) return;
    setNow(Date.now());
    setGoodUntil(Date.now() + card.codeLivesMs - TRAVEL_MS);
  }, [card]);
  useEffect(() => {
    if (!isHeldOut) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isHeldOut]);

  if (card === null || goodUntil === null) return { secondsLeft: RENEW_AT_S + 1, share: 1 };
  const leftMs = Math.max(0, goodUntil - now);
  return { secondsLeft: Math.ceil(leftMs / 1_000), share: Math.min(1, leftMs / (card.codeLivesMs - TRAVEL_MS)) };
}
