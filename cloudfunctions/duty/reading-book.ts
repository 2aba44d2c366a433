import * as z from 'zod/mini';
import type { PersonId, VolunteerNo } from '../../types/ids';
import type { BookEntry } from './hours-records';
import { book } from './hours-records';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** As many entries as one round trip carries: five shifts a week for four years. */
const AT_ONCE = 1_000;

/**
 * Somebody's book from the first entry on. One round trip for each thousand entries.
 *
 * @param upTo the last entry that is wanted
 */
export async function readBook(personId: PersonId, upTo = Number.MAX_SAFE_INTEGER): Promise<BookEntry[]> {
  const entries: BookEntry[] = [];
  for (;;) {
    const from = (entries.at(-1)?.seq ?? Number.MIN_SAFE_INTEGER) + 1;
    const some = await book.find({ personId, seq: { from, upTo } }, { order: [['seq', 'asc']], limit: AT_ONCE });
    entries.push(...some);
    if (some.length < AT_ONCE) return entries;
  }
}

/** The same, for whoever asks whether it was tampered with: null where a document is no entry any more. */
export const readableBook = (personId: PersonId): Promise<BookEntry[] | null> =>
  readBook(personId).catch((error: unknown) => {
    if (error instanceof z.core.$ZodError) return null;
    throw error;
  });

export const volunteerNumbered = async (number: VolunteerNo): Promise<VolunteerRecord | null> =>
  (await volunteers.find({ number }, { limit: 1 }))[0] ?? null;

/** Volunteers by person; those who are none are left out. One round trip for each thousand. */
export async function volunteersOf(people: readonly PersonId[]): Promise<VolunteerRecord[]> {
  const found: VolunteerRecord[] = [];
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE);
    found.push(...(await volunteers.find({ _id: { in: some } }, { limit: AT_ONCE })));
  }
  return found;
}
