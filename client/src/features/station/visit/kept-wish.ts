import type { RequestKey } from '@contract/evidence';
import type { StationId } from '@contract/ids';
import Taro from '@tarojs/taro';
import { drawRequestKey } from '@/request-key';

const KEY = 'water-wish';
/** Nobody stands at a cooler longer than this for one bottle; after it, a press is a wish of its own. Milliseconds. */
const WISH_LIVES_MS = 10 * 60_000;

type Wish = { readonly stationId: StationId; readonly requestKey: RequestKey; readonly at: number };

/** The wish for a bottle that nobody has answered yet, whatever became of the page on which it was pressed. */
export function keptWish(stationId: StationId, now: number): RequestKey | null {
  const kept: unknown = Taro.getStorageSync(KEY);
  if (!isWish(kept) || kept.stationId !== stationId) return null;
  return now - kept.at < WISH_LIVES_MS && kept.at <= now ? kept.requestKey : null;
}

/** The same wish as long as it is unanswered, else a new one; kept before it is sent. */
export function wishAt(stationId: StationId, now: number): RequestKey {
  const kept = keptWish(stationId, now);
  if (kept !== null) return kept;
  const requestKey = drawRequestKey();
  Taro.setStorageSync(KEY, { stationId, requestKey, at: now } satisfies Wish);
  return requestKey;
}

export const forgetWish = (): void => Taro.removeStorageSync(KEY);

const isWish = (kept: unknown): kept is Wish =>
  typeof kept === 'object' &&
  kept !== null &&
  'stationId' in kept &&
  'requestKey' in kept &&
  'at' in kept &&
  typeof kept.stationId === 'string' &&
  typeof kept.requestKey === 'string' &&
  typeof kept.at === 'number';
