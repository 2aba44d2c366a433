import type { HoursEntry } from '../../types/duty-hours';
import type { BookEntry } from './hours-records';
import { minutesOf, replacements } from './hours-sum';

/** So many entries are one screenful. */
const PAGE = 30;

/** One page of a book, latest first. */
export function bookPage(
  entries: readonly BookEntry[],
  before: number | null,
): { readonly entries: HoursEntry[]; readonly next: number | null } {
  const replaced = replacements(entries);
  const older = entries
    .filter(({ seq }) => before === null || seq < before)
    .sort((one, other) => other.seq - one.seq)
    .slice(0, PAGE + 1);
  const shown = older.slice(0, PAGE);
  return {
    entries: shown.map((entry) => hoursEntry(entry, replaced.get(entry.seq) ?? null)),
    next: older.length > PAGE ? (shown.at(-1)?.seq ?? null) : null,
  };
}

export const hoursEntry = (entry: BookEntry, correctedBy: number | null): HoursEntry => ({
  seq: entry.seq,
  kind: entry.kind,
  day: entry.day,
  stationId: entry.stationId,
  stationName: entry.stationName,
  title: entry.title,
  shiftId: entry.shiftId,
  minutes: minutesOf(entry.mix),
  mix: entry.mix,
  corrects: entry.corrects,
  correctedBy,
  enteredBy: entry.enteredBy,
  confirmedBy: entry.confirmedBy,
  reason: entry.reason,
  at: entry.at,
});
