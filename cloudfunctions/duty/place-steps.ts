import type { PlaceState } from '../../types/duty-kind';
import type { ShiftPlace } from './shift-records';

/**
 * The whole life of a place at a shift. Given back, handed on or taken off, it is no longer there at all: only places
 * that somebody has are kept, so that counting them is counting people.
 */
export const placeSteps = {
  held: { 'clock-in': 'on-duty', miss: 'missed' },
  'on-duty': { 'clock-out': 'served', 'run-out': 'run-out' },
  served: {},
  // Taps made without a network arrive for a day: what they say of then stands.
  'run-out': { 'clock-out': 'served' },
  missed: { excuse: 'excused', 'clock-in': 'on-duty' },
  excused: { 'clock-in': 'on-duty' },
} as const satisfies Record<PlaceState, Partial<Record<string, PlaceState>>>;
export type PlaceStep = { [State in PlaceState]: keyof (typeof placeSteps)[State] }[PlaceState];

/** The state that a step leads to; null where there is no such step. */
export const stepped = (state: PlaceState, step: PlaceStep): PlaceState | null =>
  (placeSteps[state] as Partial<Record<PlaceStep, PlaceState>>)[step] ?? null;

/** The place after a step that its caller has made sure of. */
export function moved<Place extends ShiftPlace>(place: Place, step: PlaceStep): Place {
  const state = stepped(place.state, step);
  if (state === null) throw new Error(`A place that is ${place.state} knows no ${step}.`);
  return { ...place, state };
}

/** Nobody has begun to serve in it: it may still change hands. */
export const mayChangeHands = ({ state }: Pick<ShiftPlace, 'state'>): boolean => state === 'held';
