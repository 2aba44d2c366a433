import type { PersonId, VolunteerNo } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { line } from './keeping';
import { STANDBY_AFTER_MS } from './moments';
import { moved } from './place-steps';
import type { ShiftPlace, ShiftRecord } from './shift-records';

/** Whoever did not come may say why within two weeks: illness takes a while. Milliseconds. Ours. */
export const EXCUSE_WITHIN_MS = 14 * 86_400_000;

/**
 * Says why one did not come. Said again before the head has answered, it replaces what was said; after a no it may be
 * said once more, better.
 */
export function excused(
  shift: ShiftRecord,
  personId: PersonId,
  words: string,
  now: EpochMs,
): Result<ShiftRecord, 'no-place' | 'not-missed' | 'too-late'> {
  const place = shift.places[personId];
  if (place === undefined) return refuse('no-place');
  if (place.state !== 'missed') return refuse('not-missed');
  if (place.excuse?.words === words) return agree(shift);
  if (now >= shift.endsAt + EXCUSE_WITHIN_MS) return refuse('too-late');
  return agree(withPlace(shift, personId, { ...place, excuse: { words, at: now, accepted: null } }));
}

/** The head's word on it. The same word twice is one word. */
export function decidedExcuse(
  shift: ShiftRecord,
  number: VolunteerNo,
  accept: boolean,
  by: string,
  now: EpochMs,
): Result<ShiftRecord, 'no-place' | 'not-missed' | 'nothing-said' | 'answered-already'> {
  const found = placeOf(shift, number);
  if (found === null) return refuse('no-place');
  const [personId, place] = found;
  if (place.state !== 'missed' && place.state !== 'excused') return refuse('not-missed');
  if (place.excuse === null) return refuse('nothing-said');
  if (place.excuse.accepted === accept) return agree(shift);
  if (place.excuse.accepted !== null) return refuse('answered-already');
  const answered = { ...place, excuse: { ...place.excuse, accepted: accept } };
  if (!accept) return agree(withPlace(shift, personId, answered));
  const after = withPlace(shift, personId, moved(answered, 'excuse'));
  return agree({ ...after, log: [...after.log, line('excused', now, { number, by })] });
}

/**
 * The head's word that somebody who should be there will not come. Others may have the place from then on; theirs stays
 * to be read, and to be excused. Not before they count as late, and not of somebody who came.
 */
export function markedMissed(
  shift: ShiftRecord,
  number: VolunteerNo,
  by: string,
  now: EpochMs,
): Result<ShiftRecord, 'no-place' | 'not-late' | 'on-duty-now'> {
  const found = placeOf(shift, number);
  if (found === null) return refuse('no-place');
  const [personId, place] = found;
  if (place.state === 'missed' || place.state === 'excused') return agree(shift);
  if (place.state !== 'held') return refuse('on-duty-now');
  if (shift.state !== 'planned' || now < shift.startsAt + STANDBY_AFTER_MS) return refuse('not-late');
  const after = withPlace(shift, personId, { ...moved(place, 'miss'), isVacant: true });
  return agree({ ...after, log: [...after.log, line('missed', now, { number, by })] });
}

/** Whose place it is; null where nobody of that number has one. */
export const placeOf = ({ places }: ShiftRecord, number: VolunteerNo): [PersonId, ShiftPlace] | null => {
  const found = Object.entries(places).find(([, place]) => place.number === number);
  return found === undefined ? null : [found[0] as PersonId, found[1]];
};

const withPlace = (shift: ShiftRecord, personId: PersonId, place: ShiftPlace): ShiftRecord => ({
  ...shift,
  places: { ...shift.places, [personId]: place },
});
