import type { ProfileId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { benchPerson, profileNamed } from './bench-person';
import { noteIdOf } from './ids';
import { notes } from './look-records';
import { MOST_NOTES, noteView, sealedNote } from './note-words';
import type { Handler } from './scene';

/** The same request, sent again, hears of the first note. */
export const saveNote: Handler<'saveNote'> = async ({ profileId, words, requestKey }, { now, personId, standing }) => {
  const found = await benchPerson(standing, profileId, now);
  if (!found.ok) return found;
  const noteId = noteIdOf(personId, `${profileId}:${requestKey}`);
  const own = await notes.find({ profileId, by: personId }, { order: [['at', 'desc']], limit: MOST_NOTES });
  const first = own.find(({ _id }) => _id === noteId);
  if (first !== undefined) return agree({ note: noteView(first) });
  if (own.length >= MOST_NOTES) return refuse('too-many-notes');
  const note = { _id: noteId, profileId, by: personId, sealed: sealedNote(noteId, words), at: now };
  const outcome = await notes.insert(note);
  if (await isGone(profileId)) {
    // They left while this was written, and what was erased then did not hold it.
    await notes.remove(noteId);
    return refuse('person-not-found');
  }
  if (outcome === 'inserted') return agree({ note: noteView(note) });
  const stored = await notes.get(noteId);
  return agree({ note: noteView(stored ?? note) });
};

const isGone = async (profileId: ProfileId): Promise<boolean> => (await profileNamed(profileId)) === null;
