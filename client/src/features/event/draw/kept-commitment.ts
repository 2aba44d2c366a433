import type { EventId } from '@contract/ids';
import Taro from '@tarojs/taro';

const KEY = 'draw-commitments';
/** Events that a phone remembers; the oldest are forgotten. */
const MOST = 50;

type Kept = readonly (readonly [eventId: string, commitment: string])[];

function kept(): Kept {
  const found: unknown = Taro.getStorageSync(KEY);
  return Array.isArray(found) ? (found as unknown[]).filter(isPair) : [];
}

const isPair = (value: unknown): value is readonly [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/**
 * The promise that this phone saw first: nobody can put another in its place later. Remembers it when there is none.
 *
 * @returns null when none was seen before the draw
 */
export function firstSeen(eventId: EventId, commitment: string, isDrawn: boolean): string | null {
  const all = kept();
  const before = all.find(([id]) => id === eventId)?.[1];
  if (before !== undefined) return before;
  if (isDrawn) return null;
  Taro.setStorageSync(KEY, [...all, [eventId, commitment]].slice(-MOST));
  return commitment;
}
