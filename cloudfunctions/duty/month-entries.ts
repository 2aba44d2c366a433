import type { PersonId, StationId } from '../../types/ids';
import type { BookEntry } from './hours-records';
import { book } from './hours-records';

const AT_ONCE = 1_000;

/** Everything written about a station's month, by volunteer. One round trip for each thousand entries. */
export async function monthEntries(
  stationId: StationId,
  month: string,
): Promise<ReadonlyMap<PersonId, readonly BookEntry[]>> {
  const found: BookEntry[] = [];
  for (;;) {
    // No id is the beginning of another, so whatever sorts after this one and `!` sorts after this one.
    const last = found.at(-1)?._id;
    const some = await book.find(
      { stationId, month, ...(last === undefined ? {} : { _id: { from: `${last}!` } }) },
      { order: [['_id', 'asc']], limit: AT_ONCE },
    );
    found.push(...some);
    if (some.length < AT_ONCE) return byPerson(found);
  }
}

function byPerson(entries: readonly BookEntry[]): ReadonlyMap<PersonId, readonly BookEntry[]> {
  const grouped = new Map<PersonId, BookEntry[]>();
  for (const entry of entries) grouped.set(entry.personId, [...(grouped.get(entry.personId) ?? []), entry]);
  return grouped;
}
