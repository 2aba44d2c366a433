import type { RequestKey } from '@contract/evidence';
import type { StationId } from '@contract/ids';
import Taro from '@tarojs/taro';
import type { Draft } from './draft';
import { draftFields } from './draft';

/** What was typed and not saved, with the form that it began from. */
export type Kept = {
  readonly revision: number;
  readonly base: Draft;
  readonly draft: Draft;
  readonly requestKey: RequestKey;
};

const keyOf = (stationId: StationId | null): string => `station-form:${stationId ?? 'new'}`;

/** What this device still has of a station's form; a draft of an older release, which lacks a field, is let go. */
export function readKept(stationId: StationId | null): Kept | null {
  const kept: unknown = Taro.getStorageSync(keyOf(stationId));
  return isKept(kept) ? kept : null;
}

export const keep = (stationId: StationId | null, kept: Kept): void => Taro.setStorageSync(keyOf(stationId), kept);

export const forgetKept = (stationId: StationId | null): void => Taro.removeStorageSync(keyOf(stationId));

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && draftFields.every((field) => field in value);

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  typeof value.revision === 'number' &&
  'requestKey' in value &&
  typeof value.requestKey === 'string' &&
  'base' in value &&
  isDraft(value.base) &&
  'draft' in value &&
  isDraft(value.draft);
