import type { Occupation } from '@contract/occupation';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { isOccupation } from './visit-copy';

const KEY = 'visit-occupation';

/** What somebody said about their work here: a group, that they would rather not, or nothing yet. */
export type StatedOccupation = Occupation | 'not-said' | null;

export function statedOccupation(): StatedOccupation {
  const kept: unknown = Taro.getStorageSync(KEY);
  if (kept === 'not-said') return kept;
  return typeof kept === 'string' && isOccupation(kept) ? kept : null;
}

/** What a visit is sent with. */
export function occupationToSend(): Occupation | null {
  const stated = statedOccupation();
  return stated === 'not-said' ? null : stated;
}

/** Kept on this phone alone. */
export function useOccupation(): readonly [StatedOccupation, (stated: Occupation | 'not-said') => void] {
  const [stated, setStated] = useState(statedOccupation);
  const state = (next: Occupation | 'not-said') => {
    Taro.setStorageSync(KEY, next);
    setStated(next);
  };
  return [stated, state];
}
