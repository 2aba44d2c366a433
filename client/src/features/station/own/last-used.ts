import type { StationId } from '@contract/ids';
import Taro from '@tarojs/taro';

/** A station whose desk was opened on this device. */
export type Used = { readonly stationId: StationId; readonly name: string };

const KEY = 'stations-used';
/** More than one person looks after in a day's round. */
const KEPT = 3;

/** The last one first. */
export function lastUsed(): readonly Used[] {
  const kept: unknown = Taro.getStorageSync(KEY);
  return Array.isArray(kept) ? kept.filter(isUsed).slice(0, KEPT) : [];
}

const others = (stationId: StationId): readonly Used[] => lastUsed().filter((used) => used.stationId !== stationId);

export const remember = (used: Used): void =>
  Taro.setStorageSync(KEY, [used, ...others(used.stationId)].slice(0, KEPT));

/** It is gone, or no longer this person's. */
export const forget = (stationId: StationId): void => Taro.setStorageSync(KEY, others(stationId));

const isUsed = (value: unknown): value is Used =>
  typeof value === 'object' &&
  value !== null &&
  'stationId' in value &&
  typeof value.stationId === 'string' &&
  'name' in value &&
  typeof value.name === 'string';
