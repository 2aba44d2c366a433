import type { EventId } from '@contract/ids';
import Taro from '@tarojs/taro';
import type { ValueFor } from '@/use-question';

/** What the server last said to this phone, and how far its clock is ahead. */
export type KeptCodes = { readonly shown: ValueFor<'event.showHostCodes'>; readonly aheadMs: number };

const keyOf = (eventId: EventId): string => `event-host:${eventId}`;
/** After a day the page begins anew. Milliseconds. */
const LIVES_MS = 24 * 3_600_000;

export function keptCodes(eventId: EventId): KeptCodes | null {
  const kept: unknown = Taro.getStorageSync(keyOf(eventId));
  if (!isKept(kept)) return null;
  const last = kept.shown.codes[kept.shown.codes.length - 1];
  return last !== undefined && last.until + LIVES_MS > Date.now() ? kept : null;
}

/** Without room on the phone the page still shows what it has just been told. */
export function keepCodes(eventId: EventId, kept: KeptCodes): void {
  try {
    Taro.setStorageSync(keyOf(eventId), kept);
  } catch {
    // It is asked for again when the page is opened.
  }
}

const isKept = (value: unknown): value is KeptCodes =>
  typeof value === 'object' &&
  value !== null &&
  'aheadMs' in value &&
  typeof value.aheadMs === 'number' &&
  'shown' in value &&
  typeof value.shown === 'object' &&
  value.shown !== null &&
  'codes' in value.shown &&
  Array.isArray(value.shown.codes) &&
  'title' in value.shown &&
  typeof value.shown.title === 'string';
