import { Contended } from '../runtime/database';
import { newLot, orderKeyOf } from './applicant';
import { isLivingState, standsNow } from './registration';
import type { Registration } from './registration-records';
import { registrations } from './registration-records';

/** Steps that a row remembers of the times before. */
const STEPS_KEPT = 20;
const TRIES = 4;

/**
 * Keeps a new registration, or finds the one that there is: of the same claim, whatever became of it, or a living one of
 * another. Whoever cancelled, or let an offer run out, comes back with it. One round trip for a newcomer.
 */
export async function keepRow(fresh: Registration): Promise<{ readonly row: Registration; readonly isNew: boolean }> {
  let wanted = fresh;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if ((await registrations.insert(wanted)) === 'inserted') return { row: wanted, isNew: true };
    const found = await registrations.get(wanted._id);
    if (found === null) {
      // The lot was somebody else's: one in a billion.
      const lot = newLot();
      wanted = { ...wanted, lot, orderKey: orderKeyOf(wanted.registeredAt, lot) };
      continue;
    }
    if (found.claim === wanted.claim) return { row: found, isNew: false };
    const { state } = standsNow(found, null, wanted.registeredAt);
    if (isLivingState(state)) return { row: found, isNew: false };
    const { _id, ...again } = {
      ...wanted,
      revision: found.revision + 1,
      steps: [...found.steps, ...wanted.steps].slice(-STEPS_KEPT),
    };
    const outcome = await registrations.update({ _id, revision: found.revision, claim: found.claim }, { set: again });
    if (outcome === 'updated') return { row: { _id, ...again }, isNew: true };
  }
  throw new Contended('A registration changed each time.');
}
