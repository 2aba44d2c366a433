import type { Stretch } from '../../types/duty-hours';
import type { DutyRole } from '../../types/duty-kind';
import type { PersonId, ShiftId, WishId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';
import type { Transaction } from '../runtime/database';
import { chained } from './chain';
import { BookEntry } from './hours-records';
import { mixOf } from './hours-sum';
import type { ShiftRecord } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';

type Said = Pick<
  BookEntry,
  'stationId' | 'stationName' | 'title' | 'day' | 'role' | 'corrects' | 'enteredBy' | 'confirmedBy' | 'reason'
> & { readonly stretches: readonly Stretch[] };

/** What is to be written into a book, with the shift or the claim that it rests on. */
export type EntryDraft = Said &
  (
    | { readonly kind: 'shift'; readonly shiftId: ShiftId }
    | { readonly kind: 'staff-entry' | 'correction'; readonly claimId: WishId }
  );

/** The hours of one shift, as they were clocked. */
export const shiftDraft = (
  shift: Pick<ShiftRecord, '_id' | 'stationId' | 'stationName' | 'title' | 'who' | 'startsAt'>,
  role: DutyRole,
  stretches: readonly Stretch[],
): EntryDraft => ({
  kind: 'shift',
  shiftId: shift._id,
  stationId: shift.stationId,
  stationName: shift.stationName,
  title: shift.who === null ? shift.title : `${shift.title}·${shift.who}`,
  role,
  day: shanghaiDay(stretches[0]?.from ?? shift.startsAt),
  stretches,
  corrects: null,
  enteredBy: null,
  confirmedBy: null,
  reason: null,
});

/** The timer follows a book so long after it got an entry, and then from time to time. Milliseconds. */
const FIRST_VERIFIED_MS = 86_400_000;

/** An entry's id says what it rests on: one shift of one person is in their book once. */
export const entryIdOf = (personId: PersonId, from: ShiftId | WishId): string => `${personId}:${from}`;

/**
 * Writes an entry at the end of a volunteer's book. What rests on the same shift or claim is written once: asked again,
 * it is handed out as it stands. Three round trips.
 *
 * @param volunteer as read inside of `tx`: with it the end of the book is read, and so no two entries follow one
 */
export async function addEntry(
  tx: Transaction,
  volunteer: Pick<VolunteerRecord, '_id' | 'chain' | 'verifyAt'>,
  draft: EntryDraft,
  now: EpochMs,
): Promise<BookEntry> {
  const shiftId = draft.kind === 'shift' ? draft.shiftId : null;
  const _id = entryIdOf(volunteer._id, draft.kind === 'shift' ? draft.shiftId : draft.claimId);
  const known = await tx.get('hours-book', BookEntry, _id);
  if (known !== null) return known;
  const { kind, stationId, stationName, title, role, day, corrects, enteredBy, confirmedBy, reason } = draft;
  const said = { kind, stationId, stationName, title, shiftId, role, day, corrects, enteredBy, confirmedBy, reason };
  const stretches = draft.stretches.filter(({ from, until }) => until > from);
  const entry = chained(
    {
      _id,
      personId: volunteer._id,
      seq: volunteer.chain.length + 1,
      ...said,
      month: day.slice(0, 7),
      stretches,
      mix: mixOf(stretches),
      at: now,
    },
    volunteer.chain.head,
  );
  await tx.insert('hours-book', entry);
  await tx.update('volunteers', volunteer._id, {
    set: {
      chain: { length: entry.seq, head: entry.hash },
      verifyAt: Math.min(volunteer.verifyAt, now + FIRST_VERIFIED_MS),
    },
  });
  return entry;
}
