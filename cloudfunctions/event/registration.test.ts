import { registrationStates } from '../../types/event-kind';
import { EpochMs } from '../../types/time';
import { eventNow } from '../testing/events';
import type { Holder } from './records';
import { isLivingState, registrationSteps, standsNow, step } from './registration';

const later = EpochMs.parse(eventNow + 1);
const holder = (until: EpochMs | null, claim = 'a'): Holder => ({
  group: 'anyone',
  people: 1,
  claim,
  at: eventNow,
  until,
});
const row = { claim: 'a', group: null, until: null } as const;

describe('a registration', () => {
  it.each([
    ['entered', { win: 'confirmed', lose: 'waiting', cancel: 'cancelled', lapse: 'lapsed' }],
    ['waiting', { offer: 'offered', register: 'confirmed', cancel: 'cancelled', lapse: 'lapsed' }],
    ['offered', { accept: 'confirmed', expire: 'lapsed', cancel: 'cancelled' }],
    ['confirmed', { cancel: 'cancelled', wait: 'waiting' }],
    ['cancelled', { register: 'confirmed', wait: 'waiting', enter: 'entered' }],
    ['lapsed', { register: 'confirmed', wait: 'waiting', enter: 'entered' }],
  ] as const)('that is %s goes on so, and no other way', (state, ways) => {
    expect(registrationSteps[state]).toEqual(ways);
  });

  it('has no state that cannot be reached from another, and none for good: people may come back', () => {
    for (const state of registrationStates) {
      expect(Object.values(registrationSteps).some((ways) => Object.values(ways).some((to) => to === state))).toBe(
        true,
      );
      expect(Object.keys(registrationSteps[state]).length).toBeGreaterThan(0);
    }
    expect(registrationStates.filter((state) => !isLivingState(state))).toEqual(['cancelled', 'lapsed']);
  });

  it('takes a step only if it is still the same registration, in the same state', () => {
    const { filter, change } = step({ _id: 'r', claim: 'a', state: 'waiting' }, 'offer', eventNow, { until: later });
    expect(filter).toEqual({ _id: 'r', claim: 'a', state: 'waiting' });
    expect(change).toMatchObject({
      set: { state: 'offered', until: later },
      append: { steps: [{ at: eventNow, step: 'offer' }] },
    });
    expect(() => step({ _id: 'r', claim: 'a', state: 'confirmed' }, 'offer', eventNow)).toThrow('does not offer');
  });

  it('has the place that the event says, though its row is behind', () => {
    expect(standsNow({ ...row, state: 'waiting' }, holder(later), eventNow)).toMatchObject({
      state: 'offered',
      until: later,
    });
    expect(standsNow({ ...row, state: 'waiting' }, holder(null), eventNow)).toMatchObject({
      state: 'confirmed',
      group: 'anyone',
    });
    expect(standsNow({ ...row, state: 'offered', until: eventNow }, holder(null), later)).toMatchObject({
      state: 'confirmed',
    });
  });

  it('has no place by an offer that ended, by somebody’s earlier claim, or after it was cancelled', () => {
    expect(standsNow({ ...row, state: 'offered', until: later }, holder(later), later).state).toBe('lapsed');
    expect(standsNow({ ...row, state: 'offered', until: later }, null, later).state).toBe('lapsed');
    expect(standsNow({ ...row, state: 'waiting' }, holder(null, 'b'), eventNow).state).toBe('waiting');
    expect(standsNow({ ...row, state: 'cancelled' }, holder(null), eventNow).state).toBe('cancelled');
  });
});
