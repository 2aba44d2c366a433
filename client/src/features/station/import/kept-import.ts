import type { RequestKey } from '@contract/evidence';
import Taro from '@tarojs/taro';

const KEY = 'station-import';

/** An import that is under way, so that a page that was reloaded goes on with it. */
export type KeptImport = {
  readonly importKey: RequestKey;
  readonly fileName: string;
  readonly batches: number;
  /** Everything is uploaded; or writing has begun. */
  readonly phase: 'staged' | 'applying';
};

export function readKeptImport(): KeptImport | null {
  const kept: unknown = Taro.getStorageSync(KEY);
  return isKept(kept) ? kept : null;
}

export const keepImport = (kept: KeptImport): void => Taro.setStorageSync(KEY, kept);
export const forgetImport = (): void => Taro.removeStorageSync(KEY);

const isKept = (kept: unknown): kept is KeptImport =>
  typeof kept === 'object' &&
  kept !== null &&
  'importKey' in kept &&
  typeof kept.importKey === 'string' &&
  'fileName' in kept &&
  typeof kept.fileName === 'string' &&
  'batches' in kept &&
  typeof kept.batches === 'number' &&
  'phase' in kept &&
  (kept.phase === 'staged' || kept.phase === 'applying');
