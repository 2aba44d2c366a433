import Taro from '@tarojs/taro';
import type { Note, Notes } from './notes';

/** The notes of each matter (an event, a shift) on this device. */
export type NoteStore<Id extends string, Wish> = {
  readonly read: (id: Id) => Notes<Wish>;
  /** @returns whether it is kept now: a full or locked storage keeps nothing, and whoever wrote must know */
  readonly change: (id: Id, change: (notes: Notes<Wish>) => Notes<Wish>) => boolean;
  readonly listen: (tell: () => void) => () => void;
};

/**
 * The storage is the truth: each change reads it first, so that two pages of one matter do not forget each other's notes.
 *
 * @param prefix of the storage's keys
 * @param isWish looks at what an older build may have left
 */
export function noteStore<Id extends string, Wish>(
  prefix: string,
  isWish: (kept: Readonly<Record<string, unknown>>) => boolean,
): NoteStore<Id, Wish> {
  const keyOf = (id: Id): string => `${prefix}:${id}`;
  const listeners = new Set<() => void>();
  const nothing: Notes<Wish> = [];
  /** One list stays one list while nothing changes, as React wants it. */
  const held = new Map<Id, { readonly text: string; readonly notes: Notes<Wish> }>();
  const isNote = (kept: unknown): kept is Note<Wish> => hasForm(kept) && isWish(kept.wish);

  const read = (id: Id): Notes<Wish> => {
    const kept: unknown = Taro.getStorageSync(keyOf(id));
    const text = JSON.stringify(kept);
    const before = held.get(id);
    if (before?.text === text) return before.notes;
    const notes = Array.isArray(kept) ? kept.filter(isNote) : nothing;
    held.set(id, { text, notes });
    return notes;
  };
  return {
    read,
    change: (id, change) => {
      const next = change(read(id));
      try {
        if (next.length === 0) Taro.removeStorageSync(keyOf(id));
        else Taro.setStorageSync(keyOf(id), next);
      } catch {
        return false;
      }
      listeners.forEach((tell) => tell());
      return true;
    },
    listen: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const hasForm = (value: unknown): value is { readonly wish: Readonly<Record<string, unknown>> } =>
  isObject(value) &&
  typeof value['noteId'] === 'string' &&
  typeof value['at'] === 'number' &&
  isObject(value['wish']) &&
  isObject(value['standing']) &&
  (value['standing']['state'] === 'waiting'
    ? typeof value['standing']['tries'] === 'number' && typeof value['standing']['faults'] === 'number'
    : typeof value['standing']['refusal'] === 'string');
