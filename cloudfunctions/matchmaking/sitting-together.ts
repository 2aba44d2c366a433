import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import type { Transaction } from '../runtime/database';
import { Contended, transaction } from '../runtime/database';
import type { Change, Stage } from './appointment';
import { peopleIn } from './sitting-moments';
import { Booking, Sitting, bookings, sittings } from './sitting-records';

/** So often one asks for a day that many want at once, each time as often as a transaction tries by itself. */
const ROUNDS = 3;

/**
 * A day inside of a transaction, for oneself until it ends. Its turn is raised before it is read: whoever comes second
 * is sent away at the first word, instead of after having decided on what is about to change.
 */
export async function lockedSitting(tx: Transaction, id: string): Promise<Sitting | null> {
  await tx.update('match-sittings', id, { increase: { revision: 1 } });
  return tx.get('match-sittings', Sitting, id);
}

/**
 * One person's act on one day: its slots and the appointment are written together, or nothing is. Decided first on what
 * was read outside, where a refusal is cheap, then once more inside of the transaction.
 *
 * Seven round trips for an act.
 *
 * @returns the stage as it is after the act
 * @throws Contended when others were quicker each time, and the answer is still not a refusal
 */
export async function actOnDay<Refusal extends string>(
  sittingId: string,
  personId: PersonId,
  before: Stage,
  decide: (stage: Stage) => Result<Change | null, Refusal>,
): Promise<Result<Stage, Refusal>> {
  let read = before;
  for (let round = 1; ; round += 1) {
    const first = decide(read);
    if (!first.ok) return first;
    if (first.value === null) return { ok: true, value: read };
    try {
      return await transaction((tx) => actInside(tx, sittingId, personId, decide));
    } catch (error) {
      if (!(error instanceof Contended) || round >= ROUNDS) throw error;
      const [sitting, booking] = await Promise.all([sittings.get(sittingId), bookings.get(personId)]);
      read = { sitting, booking };
    }
  }
}

async function actInside<Refusal extends string>(
  tx: Transaction,
  sittingId: string,
  personId: PersonId,
  decide: (stage: Stage) => Result<Change | null, Refusal>,
): Promise<Result<Stage, Refusal>> {
  const sitting = await lockedSitting(tx, sittingId);
  const stage = { sitting, booking: await tx.get('match-bookings', Booking, personId) };
  const decided = decide(stage);
  if (!decided.ok) return decided;
  if (decided.value === null || sitting === null) return { ok: true, value: stage };
  const { slots, booking } = decided.value;
  const people = peopleIn({ ...sitting.slots, ...slots });
  const paths = Object.fromEntries(Object.entries(slots).map(([slotId, slot]) => [`slots.${slotId}`, slot]));
  await tx.update('match-sittings', sittingId, { set: { ...paths, people } });
  await keepBooking(tx, stage.booking, booking);
  return { ok: true, value: { sitting: { ...sitting, slots: { ...sitting.slots, ...slots }, people }, booking } };
}

async function keepBooking(tx: Transaction, before: Booking | null, after: Booking | null): Promise<void> {
  if (after === null) {
    if (before !== null) await tx.remove('match-bookings', before._id);
    return;
  }
  const { _id, ...fields } = after;
  await (before === null ? tx.insert('match-bookings', after) : tx.update('match-bookings', _id, { set: fields }));
}
