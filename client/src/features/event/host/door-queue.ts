import type { RequestKey } from '@contract/evidence';
import type { EpochMs } from '@contract/time';

/** What a host does at the door. */
export type DoorWish =
  { readonly kind: 'guest'; readonly code: string } | { readonly kind: 'walk-in'; readonly people: number };

/**
 * Something that happened at the door, written down on the host's phone until the server has answered for it.
 *
 * - `waiting`: nobody but this phone knows of it. `tries`: sent so often without an answer; the server may have heard.
 *   `faults`: so often the server itself failed over it.
 * - `refused`: the server said no; it stays until the host has read why.
 */
export type Note = {
  /** Also the request's key: counted once, however often it is sent. */
  readonly noteId: RequestKey;
  readonly wish: DoorWish;
  /** When it happened, by the server's clock as far as it is known. */
  readonly at: EpochMs;
  readonly standing:
    | { readonly state: 'waiting'; readonly tries: number; readonly faults: number }
    | { readonly state: 'refused'; readonly refusal: string };
};

/** In the order in which things happened. */
export type DoorQueue = readonly Note[];

/** After so many failures of the server over one note, the others go first: one that cannot be read holds up nobody. */
const FAULTS_TO_STEP_ASIDE = 3;

export const freshNote = (noteId: RequestKey, wish: DoorWish, at: EpochMs): Note => ({
  noteId,
  wish,
  at,
  standing: { state: 'waiting', tries: 0, faults: 0 },
});

/** The note of this very guest that has not been answered yet: scanned twice, they are written down once. */
export const waitingFor = (queue: DoorQueue, wish: DoorWish): Note | null =>
  queue.find(
    (note) =>
      note.standing.state === 'waiting' &&
      note.wish.kind === 'guest' &&
      wish.kind === 'guest' &&
      note.wish.code === wish.code,
  ) ?? null;

export const withNote = (queue: DoorQueue, note: Note): DoorQueue => [...queue, note];

/** What is to be sent now: the oldest that waits, and those over which the server fails after all others. */
export function nextToSend(queue: DoorQueue): Note | null {
  const waiting = queue.filter(({ standing }) => standing.state === 'waiting');
  const willing = waiting.find(
    ({ standing }) => standing.state === 'waiting' && standing.faults < FAULTS_TO_STEP_ASIDE,
  );
  return willing ?? waiting[0] ?? null;
}

const changed = (
  queue: DoorQueue,
  noteId: RequestKey,
  change: (standing: Extract<Note['standing'], { state: 'waiting' }>) => Note['standing'],
): DoorQueue =>
  queue.map((note) =>
    note.noteId === noteId && note.standing.state === 'waiting' ? { ...note, standing: change(note.standing) } : note,
  );

/** It is on its way; whether it arrives is not known. */
export const tried = (queue: DoorQueue, noteId: RequestKey): DoorQueue =>
  changed(queue, noteId, (standing) => ({ ...standing, tries: standing.tries + 1 }));

/** The server failed over it. */
export const faulted = (queue: DoorQueue, noteId: RequestKey): DoorQueue =>
  changed(queue, noteId, (standing) => ({ ...standing, faults: standing.faults + 1 }));

/** The server said no. */
export const refusedNote = (queue: DoorQueue, noteId: RequestKey, refusal: string): DoorQueue =>
  changed(queue, noteId, () => ({ state: 'refused', refusal }));

/** The server has it: the phone need not keep it. */
export const answered = (queue: DoorQueue, noteId: RequestKey): DoorQueue =>
  queue.filter((note) => note.noteId !== noteId);

/** The host has read why not. What waits is not thrown away. */
export const readAway = (queue: DoorQueue, noteId: RequestKey): DoorQueue =>
  queue.filter((note) => note.noteId !== noteId || note.standing.state === 'waiting');

export const waitingNotes = (queue: DoorQueue): readonly Note[] =>
  queue.filter(({ standing }) => standing.state === 'waiting');

export const refusedNotes = (queue: DoorQueue): readonly Note[] =>
  queue.filter(({ standing }) => standing.state === 'refused');

/** People who walked in and whom nobody but this phone has counted. */
export const walkInsWaiting = (queue: DoorQueue): number =>
  waitingNotes(queue).reduce((sum, { wish }) => sum + (wish.kind === 'walk-in' ? wish.people : 0), 0);
