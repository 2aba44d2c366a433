import * as z from 'zod/mini';
import { PersonId, ProfileId, WishId } from '../../types/ids';
import { matchLooks } from '../../types/match-kind';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/** A matchmaker looked at somebody's profile. */
export const Look = z.object({
  _id: z.string(),
  subjectId: PersonId,
  at: EpochMs,
  act: z.enum(matchLooks),
  /** The matchmaker by name, and the studio. */
  by: z.string(),
  /** 15 digits of `at`, then the id: pages without gaps. */
  listKey: z.string(),
  purgeAt: EpochMs,
});
export type Look = z.infer<typeof Look>;
export const looks = collection('match-looks', Look);

/** What a matchmaker wrote down, for the writer alone. */
export const NoteRecord = z.object({
  _id: WishId,
  profileId: ProfileId,
  by: PersonId,
  sealed: z.string(),
  at: EpochMs,
});
export type NoteRecord = z.infer<typeof NoteRecord>;
export const notes = collection('match-notes', NoteRecord);
