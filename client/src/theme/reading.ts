import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

/** How large one reads: as the phone is set, or elder mode. */
export type ReadingSize = 'normal' | 'large' | 'elder';

const KEY = 'elder-mode';
/** WeChat's 关怀模式 multiplies text by 1.4 on a common phone; its slider reaches 1.3 two steps before the end. */
const ELDER_FACTOR = 1.3;
const LARGE_FACTOR = 1.1;

const listeners = new Set<() => void>();
let size: ReadingSize | null = null;

/** What the phone's own setting asks for. */
export function sizeForFactor(factor: number): ReadingSize {
  if (factor >= ELDER_FACTOR) return 'elder';
  return factor >= LARGE_FACTOR ? 'large' : 'normal';
}

function phoneFactor(): number {
  // Inside of the condition, or else a browser loads what Taro knows of all systems.
  if (process.env['TARO_ENV'] === 'weapp') {
    // Newer than Taro's types of it.
    const about: object = Taro.getAppBaseInfo();
    if ('fontSizeScaleFactor' in about && typeof about.fontSizeScaleFactor === 'number')
      return about.fontSizeScaleFactor;
  }
  return 1;
}

function readSize(): ReadingSize {
  const chosen: unknown = Taro.getStorageSync(KEY);
  const asPhone = sizeForFactor(phoneFactor());
  if (chosen === 'on') return 'elder';
  if (chosen === 'off') return asPhone === 'elder' ? 'large' : asPhone;
  return asPhone;
}

function currentSize(): ReadingSize {
  size ??= readSize();
  return size;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The switch of our own; kept on the phone. */
export function setElderMode(on: boolean): void {
  Taro.setStorageSync(KEY, on ? 'on' : 'off');
  size = readSize();
  listeners.forEach((listener) => listener());
}

/** The phone's setting may change while we are away. */
export function rereadSize(): void {
  const before = currentSize();
  size = readSize();
  if (size !== before) listeners.forEach((listener) => listener());
}

export const useReadingSize = (): ReadingSize => useSyncExternalStore(listen, currentSize, currentSize);
