import type { OutputOf } from '../../types/contract';
import type { WishId } from '../../types/ids';
import type { benchActions } from '../../types/match-bench';
import { seal, unseal } from '../runtime/sealed';
import type { NoteRecord } from './look-records';

/** Of one writer about one person. */
export const MOST_NOTES = 50;

type Note = OutputOf<typeof benchActions.saveNote>['note'];

const placeOf = (noteId: WishId): string => `match-note:${noteId}`;

export const sealedNote = (noteId: WishId, words: string): string => seal(words, placeOf(noteId));

/** @throws when it was not sealed here as this note: the store was tampered with */
export function noteView({ _id, sealed, at }: NoteRecord): Note {
  const words = unseal(sealed, placeOf(_id));
  if (words === null) throw new Error('A note does not open.');
  return { noteId: _id, words, at };
}
