import type { EventId } from '@contract/ids';
import Taro from '@tarojs/taro';
import type { DoorQueue, Note } from './door-queue';

/**
 * The notes of each event's door, on this device. The storage is the truth: each change reads it first, so that two
 * pages of one event do not forget each other's notes.
 */
const keyOf = (eventId: EventId): string => `event-door:${eventId}`;
const listeners = new Set<() => void>();
const nothing: DoorQueue = [];
/** One list stays one list while nothing changes, as React wants it. */
const held = new Map<EventId, { readonly text: string; readonly queue: DoorQueue }>();

export function readQueue(eventId: EventId): DoorQueue {
  const kept: unknown = Taro.getStorageSync(keyOf(eventId));
  const text = JSON.stringify(kept);
  const before = held.get(eventId);
  if (before?.text === text) return before.queue;
  const queue = Array.isArray(kept) ? kept.filter(isNote) : nothing;
  held.set(eventId, { text, queue });
  return queue;
}

/** @returns whether it is kept now: a full or locked storage keeps nothing, and the host must know */
export function changeQueue(eventId: EventId, change: (queue: DoorQueue) => DoorQueue): boolean {
  const next = change(readQueue(eventId));
  try {
    if (next.length === 0) Taro.removeStorageSync(keyOf(eventId));
    else Taro.setStorageSync(keyOf(eventId), next);
  } catch {
    return false;
  }
  listeners.forEach((tell) => tell());
  return true;
}

export function listenToQueues(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isNote = (value: unknown): value is Note =>
  isObject(value) &&
  typeof value['noteId'] === 'string' &&
  typeof value['at'] === 'number' &&
  isObject(value['wish']) &&
  (value['wish']['kind'] === 'guest'
    ? typeof value['wish']['code'] === 'string'
    : typeof value['wish']['people'] === 'number') &&
  isObject(value['standing']) &&
  (value['standing']['state'] === 'waiting'
    ? typeof value['standing']['tries'] === 'number' && typeof value['standing']['faults'] === 'number'
    : typeof value['standing']['refusal'] === 'string');
