import type { RegistrationState } from '../../types/event-kind';
import type { EpochMs } from '../../types/time';
import type { Change, Filter } from '../runtime/filter';
import type { Holder } from './records';
import type { Registration } from './registration-records';

export type Step = Registration['steps'][number]['step'];

/**
 * The whole life of a registration. Whoever cancelled, or let an offer run out, may come back: with a new claim, and at
 * the end of the list.
 */
export const registrationSteps = {
  entered: { win: 'confirmed', lose: 'waiting', cancel: 'cancelled', lapse: 'lapsed' },
  waiting: { offer: 'offered', register: 'confirmed', cancel: 'cancelled', lapse: 'lapsed' },
  offered: { accept: 'confirmed', expire: 'lapsed', cancel: 'cancelled' },
  confirmed: { cancel: 'cancelled', wait: 'waiting' },
  cancelled: { register: 'confirmed', wait: 'waiting', enter: 'entered' },
  lapsed: { register: 'confirmed', wait: 'waiting', enter: 'entered' },
} as const satisfies Record<RegistrationState, Partial<Record<Step, RegistrationState>>>;

/** Somebody is on the list, in the draw, or has a place. */
export const isLivingState = (state: RegistrationState): boolean => state !== 'cancelled' && state !== 'lapsed';

/** What else changes with a step. */
type Beside = Partial<Pick<Registration, 'group' | 'until' | 'excuse' | 'purgeAt'>>;

/** One step of a row, if it is still the same registration in the same state. */
export function step(
  row: Pick<Registration, '_id' | 'claim' | 'state'>,
  name: Step,
  at: EpochMs,
  beside: Beside = {},
): { readonly filter: Filter & { readonly _id: string }; readonly change: Change } {
  const steps: Partial<Record<Step, RegistrationState>> = registrationSteps[row.state];
  const state = steps[name];
  if (state === undefined) throw new Error(`A registration that is ${row.state} does not ${name}.`);
  return {
    filter: { _id: row._id, claim: row.claim, state: row.state },
    change: { set: { state, ...beside }, increase: { revision: 1 }, append: { steps: [{ at, step: name }] } },
  };
}

/**
 * Where a registration truly stands: places are as their holders say, whatever the row still says, which follows.
 *
 * @param holder of the event, read after the row or with it
 */
export function standsNow(
  row: Pick<Registration, 'state' | 'claim' | 'group' | 'until'>,
  holder: Holder | null,
  now: EpochMs,
): Pick<Registration, 'state' | 'group' | 'until'> {
  const { state, group, until } = row;
  const isHeld = holder !== null && holder.claim === row.claim;
  if (state === 'offered' && (until === null || until <= now) && !(isHeld && holder.until === null))
    return { state: 'lapsed', group: null, until: null };
  if (!isHeld || (state !== 'waiting' && state !== 'offered')) return { state, group, until };
  if (holder.until === null) return { state: 'confirmed', group: holder.group, until: null };
  if (holder.until <= now) return { state: 'lapsed', group: null, until: null };
  return { state: 'offered', group: holder.group, until: holder.until };
}
