import type { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { line } from './keeping';
import { COUNTS_LATE_MS } from './moments';
import { moved } from './place-steps';
import type { ShiftPlace, ShiftRecord } from './shift-records';

/**
 * A shift whose end is past: the clock of whoever did not leave runs out, and whoever did not come has missed it. What
 * their phones still have to send counts all the same, for a day.
 */
export function ended(shift: ShiftRecord): ShiftRecord {
  const people = Object.entries(shift.places) as [PersonId, ShiftPlace][];
  const at = EpochMs.parse(shift.endsAt + COUNTS_LATE_MS);
  const stayed = people.filter(([, { state }]) => state === 'on-duty');
  const absent = people.filter(([, { state }]) => state === 'held');
  return {
    ...shift,
    places: Object.fromEntries(
      people.map(([id, place]) => {
        if (place.state === 'on-duty') return [id, moved(place, 'run-out')];
        return [id, place.state === 'held' ? moved(place, 'miss') : place];
      }),
    ),
    log: [
      ...shift.log,
      ...stayed.map(([, { number }]) => line('run-out', at, { number })),
      ...absent.map(([, { number }]) => line('missed', at, { number })),
    ],
    effects: [...shift.effects, ...stayed.map(([personId]) => ({ does: 'close-station' as const, personId }))],
  };
}

/** Whose clock ran out and was not stopped later: what they served comes into the book as it stands. */
export const runOutPeople = ({ places }: ShiftRecord): [PersonId, ShiftPlace][] =>
  (Object.entries(places) as [PersonId, ShiftPlace][]).filter(([, { state }]) => state === 'run-out');
