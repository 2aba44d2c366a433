import type { PlaceState } from '../../types/duty-kind';
import { placeStates } from '../../types/duty-kind';
import { aPlace } from '../testing/duty';
import type { PlaceStep } from './place-steps';
import { mayChangeHands, moved, placeSteps, stepped } from './place-steps';

const steps: PlaceStep[] = ['clock-in', 'miss', 'clock-out', 'run-out', 'excuse'];

describe('somebody’s place at a shift', () => {
  it.each<[PlaceState, PlaceStep, PlaceState]>([
    ['held', 'clock-in', 'on-duty'],
    ['held', 'miss', 'missed'],
    ['on-duty', 'clock-out', 'served'],
    ['on-duty', 'run-out', 'run-out'],
    ['run-out', 'clock-out', 'served'],
    ['missed', 'excuse', 'excused'],
    ['missed', 'clock-in', 'on-duty'],
    ['excused', 'clock-in', 'on-duty'],
  ])('that is %s is, after %s, %s', (from, step, to) => {
    expect(moved(aPlace('zhang', { state: from }), step).state).toBe(to);
  });

  it('knows no other step', () => {
    const known = placeStates.flatMap((state) => steps.filter((step) => stepped(state, step) !== null));
    expect(known).toHaveLength(8);
    expect(() => moved(aPlace('zhang', { state: 'served' }), 'clock-in')).toThrow();
  });

  it('reaches every state, and ends with having served', () => {
    const reached = new Set<PlaceState>(['held', ...Object.values(placeSteps).flatMap((ways) => Object.values(ways))]);
    expect([...reached].sort()).toEqual([...placeStates].sort());
    expect(placeStates.filter((state) => Object.keys(placeSteps[state]).length === 0)).toEqual(['served']);
  });

  it('changes hands only before anybody came or was missed', () => {
    expect(placeStates.filter((state) => mayChangeHands({ state }))).toEqual(['held']);
  });
});
