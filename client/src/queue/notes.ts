import type { RequestKey } from '@contract/evidence';
import type { EpochMs } from '@contract/time';

/**
 * Something that happened where there may be no network, written down on this phone until the server has answered for it.
 *
 * - `waiting`: nobody but this phone knows of it. `tries`: sent so often without an answer; the server may have heard.
 *   `faults`: so often the server itself failed over it.
 * - `refused`: the server said no; it stays until somebody has read why.
 */
export type Note<Wish> = {
  /** Also the request's key: counted once, however often it is sent. */
  readonly noteId: RequestKey;
  readonly wish: Wish;
  /** When it happened, by the clock that its page goes by. */
  readonly at: EpochMs;
  readonly standing:
    | { readonly state: 'waiting'; readonly tries: number; readonly faults: number }
    | { readonly state: 'refused'; readonly refusal: string };
};

/** In the order in which things happened. */
export type Notes<Wish> = readonly Note<Wish>[];

/** After so many failures of the server over one note, the others go first: one that cannot be read holds up nobody. */
const FAULTS_TO_STEP_ASIDE = 3;

export const freshNote = <Wish>(noteId: RequestKey, wish: Wish, at: EpochMs): Note<Wish> => ({
  noteId,
  wish,
  at,
  standing: { state: 'waiting', tries: 0, faults: 0 },
});

export const withNote = <Wish>(notes: Notes<Wish>, note: Note<Wish>): Notes<Wish> => [...notes, note];

export const faultsOf = <Wish>({ standing }: Note<Wish>): number =>
  standing.state === 'waiting' ? standing.faults : 0;

/** So often has the server failed over it that it lets others pass. */
export const stepsAside = <Wish>(note: Note<Wish>): boolean => faultsOf(note) >= FAULTS_TO_STEP_ASIDE;

/** What is to be sent now: the oldest that waits, and those over which the server fails after all others. */
export function nextToSend<Wish>(notes: Notes<Wish>): Note<Wish> | null {
  const waiting = waitingNotes(notes);
  return waiting.find((note) => !stepsAside(note)) ?? waiting[0] ?? null;
}

const changed = <Wish>(
  notes: Notes<Wish>,
  noteId: RequestKey,
  change: (standing: Extract<Note<Wish>['standing'], { state: 'waiting' }>) => Note<Wish>['standing'],
): Notes<Wish> =>
  notes.map((note) =>
    note.noteId === noteId && note.standing.state === 'waiting' ? { ...note, standing: change(note.standing) } : note,
  );

/** It is on its way; whether it arrives is not known. */
export const tried = <Wish>(notes: Notes<Wish>, noteId: RequestKey): Notes<Wish> =>
  changed(notes, noteId, (standing) => ({ ...standing, tries: standing.tries + 1 }));

/** The server failed over it. */
export const faulted = <Wish>(notes: Notes<Wish>, noteId: RequestKey): Notes<Wish> =>
  changed(notes, noteId, (standing) => ({ ...standing, faults: standing.faults + 1 }));

/** The server said no. */
export const refusedNote = <Wish>(notes: Notes<Wish>, noteId: RequestKey, refusal: string): Notes<Wish> =>
  changed(notes, noteId, () => ({ state: 'refused', refusal }));

/** The server has it: the phone need not keep it. */
export const answered = <Wish>(notes: Notes<Wish>, noteId: RequestKey): Notes<Wish> =>
  notes.filter((note) => note.noteId !== noteId);

/** Somebody has read why not. What waits is not thrown away. */
export const readAway = <Wish>(notes: Notes<Wish>, noteId: RequestKey): Notes<Wish> =>
  notes.filter((note) => note.noteId !== noteId || note.standing.state === 'waiting');

export const waitingNotes = <Wish>(notes: Notes<Wish>): Notes<Wish> =>
  notes.filter(({ standing }) => standing.state === 'waiting');

export const refusedNotes = <Wish>(notes: Notes<Wish>): Notes<Wish> =>
  notes.filter(({ standing }) => standing.state === 'refused');
