import type { InputOf, RefusalOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import { Lot } from '../../types/ids';
import type { PersonId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import { EpochMs } from '../../types/time';
import { drawLetters } from '../runtime/code-letters';
import { checkAnswers } from './answers';
import { keptDetails } from './details';
import { checkWish, notNow } from './eligibility';
import { mustWait } from './one-at-a-time';
import type { EventRecord } from './records';
import type { Registration } from './registration-records';
import { registrationId } from './registration-records';
import { factsOf, readSlip } from './slip';

type Input = InputOf<typeof eventContract.register>;
type Refusal = RefusalOf<typeof eventContract.register>;

/**
 * Somebody who may register, as the row that says so; it waits until it is known better. What concerns everybody is said
 * first, then what concerns this person, then what they wrote. No round trip with a slip of `show`, two at once without.
 */
export async function applicantOf(
  event: EventRecord,
  input: Input,
  personId: PersonId,
  now: EpochMs,
): Promise<Result<Registration, Refusal>> {
  const forAll = notNow(event, null, now);
  if (forAll !== null) return refuse(forAll);
  const facts = readSlip(input.slip, event, personId, now) ?? (await factsOf(personId, now)).facts;
  const why = notNow(event, facts, now);
  if (why !== null) return refuse(why);
  if (await mustWait(personId, event._id, facts.missed, now)) return refuse('one-at-a-time');
  const wish = checkWish(event, facts, input);
  if (!wish.ok) return wish;
  const answers = checkAnswers(event.fields, input.answers);
  if (!answers.ok) return answers;
  const _id = registrationId(event._id, personId);
  const lot = newLot();
  const { name, children, guardianConsent } = input;
  return agree({
    _id,
    eventId: event._id,
    personId,
    revision: 1,
    state: 'waiting',
    lot,
    claim: input.requestKey,
    groups: [...wish.value],
    group: null,
    people: 1 + children.length,
    registeredAt: now,
    until: null,
    orderKey: orderKeyOf(now, lot),
    ...keptDetails(_id, { name, children, answers: answers.value }, event),
    guardianConsent: children.length === 0 || guardianConsent === null ? null : { version: guardianConsent, at: now },
    rating: null,
    missed: null,
    excuse: null,
    steps: [{ at: now, step: 'wait' }],
    endsAt: event.endsAt,
  });
}

const LOT_LETTERS = 8;
export const newLot = (): Lot => Lot.parse(drawLetters(LOT_LETTERS));

/** By the instant at which the server received it; those of one millisecond by what was drawn at random. */
export const orderKeyOf = (at: EpochMs, lot: Lot): string => `${String(at).padStart(15, '0')}:${lot}`;

/** The same registration with a place, or in the draw. */
export const withPlace = (row: Registration, group: Registration['group'], claim: string): Registration => ({
  ...row,
  state: 'confirmed',
  claim,
  group,
  steps: [{ at: EpochMs.parse(row.registeredAt), step: 'register' }],
});
export const inDraw = (row: Registration): Registration => ({
  ...row,
  state: 'entered',
  steps: [{ at: row.registeredAt, step: 'enter' }],
});
