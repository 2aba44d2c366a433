import type { Note, Notes } from '@/queue/notes';
import { waitingNotes } from '@/queue/notes';

/** What a host does at the door. */
export type DoorWish =
  { readonly kind: 'guest'; readonly code: string } | { readonly kind: 'walk-in'; readonly people: number };

export type DoorNote = Note<DoorWish>;
export type DoorQueue = Notes<DoorWish>;

/** The note of this very guest that has not been answered yet: scanned twice, they are written down once. */
export const waitingFor = (queue: DoorQueue, wish: DoorWish): DoorNote | null =>
  queue.find(
    (note) =>
      note.standing.state === 'waiting' &&
      note.wish.kind === 'guest' &&
      wish.kind === 'guest' &&
      note.wish.code === wish.code,
  ) ?? null;

/** People who walked in and whom nobody but this phone has counted. */
export const walkInsWaiting = (queue: DoorQueue): number =>
  waitingNotes(queue).reduce((sum, { wish }) => sum + (wish.kind === 'walk-in' ? wish.people : 0), 0);
