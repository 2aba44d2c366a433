import type { EventId } from '@contract/ids';
import { noteStore } from '@/queue/note-store';
import type { DoorWish } from './door-queue';

/** The notes of each event's door, on this device. */
export const doorStore = noteStore<EventId, DoorWish>('event-door', (kept) =>
  kept['kind'] === 'guest' ? typeof kept['code'] === 'string' : typeof kept['people'] === 'number',
);
