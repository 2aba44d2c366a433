import type { EventSummary, OwnRegistration } from '@contract/event-view';
import Taro from '@tarojs/taro';
import { dayOf } from '../event-time';

const KEY = 'own-events';

/** What this phone knows: until when something of one's own is to come, and on which day it last asked. */
type Memory = { readonly until: number; readonly askedOn: string };

function memory(): Memory {
  const kept: unknown = Taro.getStorageSync(KEY);
  const isMemory =
    typeof kept === 'object' &&
    kept !== null &&
    'until' in kept &&
    'askedOn' in kept &&
    typeof kept.until === 'number' &&
    typeof kept.askedOn === 'string';
  return isMemory ? (kept as Memory) : { until: 0, askedOn: '' };
}

/** Whether the first page asks: always while something is to come, otherwise once a day. */
export function mayHaveOwn(now: number): boolean {
  const { until, askedOn } = memory();
  return now < until || askedOn !== dayOf(now);
}

/** Something of one's own is to come until then. */
export function rememberOwn(until: number): void {
  const kept = memory();
  if (until > kept.until) Taro.setStorageSync(KEY, { ...kept, until } satisfies Memory);
}

type Own = { readonly event: EventSummary; readonly own: OwnRegistration };

/** The first page asked, and heard this. */
export function rememberAnswer(registrations: readonly Own[], now: number): void {
  const until = Math.max(0, ...registrations.filter(({ own }) => isLiving(own)).map(({ event }) => event.endsAt));
  Taro.setStorageSync(KEY, { until, askedOn: dayOf(now) } satisfies Memory);
}

/** It may still lead to a place, or is one. */
export const isLiving = ({ state }: OwnRegistration): boolean => state !== 'cancelled' && state !== 'lapsed';
