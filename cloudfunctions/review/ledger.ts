import type { DecisionClock } from '../../types/enrolment';
import type { CaseId, PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { newId } from '../runtime/platform';
import type { Closing, NewCase } from './decision-clock';
import { clockOf, closingChange, opened } from './decision-clock';
import type { CaseRecord, LookRecord } from './records';
import { cases, looks } from './records';

/**
 * The door through which other domains owe a decision and answer for it. One round trip each; all safe to repeat.
 */
export type { CaseRecord, Office } from './records';
export type { Closing, NewCase } from './decision-clock';
export { clockOf, holder } from './decision-clock';

/** Opens a case, or finds it open already: its id says what is decided, so a retry opens nothing twice. */
export async function openCase(fresh: NewCase, at: EpochMs): Promise<void> {
  await cases.insert(opened(fresh, at));
}

/** The clock of a case as it starts, without asking the database. */
export const clockAtOpening = (fresh: NewCase, at: EpochMs): DecisionClock | null => clockOf(opened(fresh, at), at);

/** Closes a case; whoever closed it earlier stays written. */
export async function closeCase(id: CaseId, closing: Closing): Promise<void> {
  await cases.update({ _id: id, state: 'pending' }, closingChange(id, closing));
}

export const readCase = (id: CaseId): Promise<CaseRecord | null> => cases.get(id);

/** A handful of cases in one round trip; those that do not exist are left out. */
export const readCases = (ids: readonly CaseId[]): Promise<CaseRecord[]> =>
  cases.find({ _id: { in: ids } }, { limit: 20 });

/**
 * Writes that somebody's data was looked at, before it is shown.
 *
 * @param once what makes two looks one, e.g. the same clerk at the same case on the same day; each counts when not given
 */
export async function recordLook(look: Omit<LookRecord, '_id'>, once: string = newId()): Promise<void> {
  await looks.insert({ ...look, _id: once });
}

/** The same for many people at once, each on their own page: one round trip for each thousand. */
export async function recordLooks(all: readonly Omit<LookRecord, '_id'>[]): Promise<void> {
  for (let start = 0; start < all.length; start += LOOKS_AT_ONCE) {
    const some = all.slice(start, start + LOOKS_AT_ONCE).map((look) => ({ ...look, _id: newId() }));
    if ((await looks.insertMany(some)) === 'duplicate') throw new Error('A look that is new was there already.');
  }
}

const LOOKS_AT_ONCE = 1_000;

/** Who looked at somebody's data, latest first. */
export const looksAt = (subjectId: PersonId): Promise<LookRecord[]> =>
  looks.find({ subjectId }, { order: [['at', 'desc']], limit: 200 });
