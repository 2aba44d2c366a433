import { agree, refuse } from '../../types/result';
import { notes } from './look-records';
import type { Handler } from './scene';

/** The writer's alone to remove, with a pledge or without. */
export const removeNote: Handler<'removeNote'> = async ({ noteId }, { personId }) => {
  const note = await notes.get(noteId);
  if (note === null || note.by !== personId) return refuse('note-not-found');
  await notes.remove(noteId);
  return agree({ removed: true });
};
