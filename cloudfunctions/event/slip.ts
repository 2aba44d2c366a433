import * as z from 'zod/mini';
import type { PersonId } from '../../types/ids';
import { UnionId } from '../../types/ids';
import { Occupation } from '../../types/occupation';
import { EpochMs } from '../../types/time';
import { guestFacts } from '../member/standing';
import { seal, unseal } from '../runtime/sealed';
import { missesThatCount } from './missed';
import type { EventRecord } from './records';
import { guests } from './registration-records';

/** Somebody who turned the page ten minutes ago is looked at again. Milliseconds. */
const SLIP_LASTS_MS = 600_000;

/** What is asked of somebody before they register. */
export const Facts = z.object({
  isMember: z.boolean(),
  unions: z.array(UnionId),
  occupation: z.nullable(Occupation),
  /** Events missed lately that count. */
  missed: z.int(),
});
export type Facts = z.infer<typeof Facts>;

const Slip = z.object({ ...Facts.shape, until: EpochMs });

type Shown = Pick<EventRecord, '_id' | 'revision'>;

/** Who somebody is, for themselves to hand back: it opens for this person, this event and this form of it alone. */
export const writeSlip = (event: Shown, personId: PersonId, facts: Facts, now: EpochMs): string =>
  seal(JSON.stringify({ ...facts, until: now + SLIP_LASTS_MS }), placeOf(event, personId));

/** null for a slip of somebody else, of another event, or that is too old. */
export function readSlip(slip: string | null, event: Shown, personId: PersonId, now: EpochMs): Facts | null {
  const text = slip === null ? null : unseal(slip, placeOf(event, personId));
  if (text === null) return null;
  const { until, ...facts } = Slip.parse(JSON.parse(text));
  return now < until ? facts : null;
}

/** Two round trips at once. `name` is as on the card. */
export async function factsOf(
  personId: PersonId,
  now: EpochMs,
): Promise<{ readonly facts: Facts; readonly name: string | null }> {
  const [{ name, isMember, unions, occupation }, guest] = await Promise.all([
    guestFacts(personId),
    guests.get(personId),
  ]);
  return { facts: { isMember, unions: [...unions], occupation, missed: missesThatCount(guest, now) }, name };
}

const placeOf = ({ _id, revision }: Shown, personId: PersonId): string => `slip:${personId}:${_id}:${revision}`;
