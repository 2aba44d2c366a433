import { Contended, transaction } from '../runtime/database';
import { shanghaiDay } from '../../types/time';
import type { EntryDraft } from './book';
import { addEntry } from './book';
import type { ClaimProblem } from './hours-claim';
import { claimProblem } from './hours-claim';
import type { Decider } from './hours-decision';
import { decision } from './hours-decision';
import type { BookEntry } from './hours-records';
import { HoursClaim } from './hours-records';
import { readVolunteer } from './keeping';
import { readBook } from './reading-book';
import { volunteers } from './volunteer-records';

/** The book may grow while it is read: so often it is read anew. */
const TRIES = 4;

type Problem = Extract<ClaimProblem, 'overlaps-entry' | 'clock-still-open' | 'corrected-already'>;

/**
 * Writes into the book what a second person has confirmed. The book is read outside of the transaction, and counts only
 * if nothing was added to it since.
 *
 * @returns why it cannot stand any more; null also when somebody else decided it in the meantime
 */
export async function agreeToHours(claim: HoursClaim, decider: Decider): Promise<Problem | null> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [volunteer, entries] = await Promise.all([volunteers.get(claim.personId), readBook(claim.personId)]);
    if (volunteer === null) throw new Error('A claim is about nobody.');
    const problem = claimProblem(claim, entries, volunteer.diary, decider.now);
    // Whatever was right about its times when it was written still is.
    if (problem === 'overlaps-entry' || problem === 'clock-still-open' || problem === 'corrected-already')
      return problem;
    if (problem !== null) throw new Error(`A claim that was taken is ${problem}.`);
    if ((await write(claim, entries, decider)) !== 'overtaken') return null;
  }
  throw new Contended('The book grew while it was read.');
}

const write = (claim: HoursClaim, entries: readonly BookEntry[], decider: Decider): Promise<'done' | 'overtaken'> =>
  transaction(async (tx) => {
    const current = await tx.get('hours-claims', HoursClaim, claim._id);
    if (current?.state !== 'asked') return 'done';
    const volunteer = await readVolunteer(tx, claim.personId);
    if (volunteer?.chain.length !== entries.length) return 'overtaken';
    const { seq } = await addEntry(tx, volunteer, draftOf(claim, entries, decider), decider.now);
    await tx.update('hours-claims', claim._id, { set: { ...decision('agreed', null, decider), seq } });
    return 'done';
  });

/** A correction stands on the day of what it corrects, so that it counts in the same month. */
function draftOf(claim: HoursClaim, entries: readonly BookEntry[], { standing }: Decider): EntryDraft {
  const corrected = entries.find(({ seq }) => seq === claim.corrects);
  return {
    kind: corrected === undefined ? 'staff-entry' : 'correction',
    claimId: claim._id,
    stationId: claim.stationId,
    stationName: claim.stationName,
    title: claim.title,
    role: corrected?.role ?? null,
    day: corrected?.day ?? shanghaiDay(claim.from),
    stretches: [{ from: claim.from, until: claim.until, evidence: 'staff-entry' }],
    corrects: claim.corrects,
    enteredBy: claim.enteredBy,
    confirmedBy: standing.name,
    reason: claim.reason,
  };
}
