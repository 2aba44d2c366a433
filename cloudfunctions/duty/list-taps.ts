import type { Tapped } from '../../types/duty-tap';
import { SmallPhoto } from '../../types/duty-tap';
import type { RequestKey } from '../../types/evidence';
import type { PersonId, ShiftId, WishId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { withoutTraces } from '../runtime/jpeg';
import type { StationAtWork } from '../station/at-work';
import type { Act, DutyState } from './duty-state';
import { ownPlaceIn, withEffects, withPlace, withShift } from './duty-state';
import { pairIdOf } from './ids';
import type { Effect, ShiftPlace } from './shift-records';
import { facilityKey, withCleaning, withCounts, withIncident, withLooks } from './upkeep';

type Did<Name extends Tapped['did']> = Extract<Tapped, { did: Name }>;

/** More people than a station lets in on a day. */
const MOST_VISITORS = 9_999;
/** More than happens in a shift that somebody could still stay at. */
const MOST_INCIDENTS = 20;

/** The door is open: what works, what is on the shelf, what is clean. */
export const openingList: Act<Did<'opening-list'>> = (state, { items, facilities, counted, note }, at, facts) => {
  const { personId, station } = facts;
  const place = ownPlaceIn(state, personId);
  const { opening } = state.shift;
  if (opening !== null && opening.by !== place.number) return refuse('opened-by-other');
  const listed = withShift(signed(state, personId, place, at), { opening: { at, by: place.number, items, note } });
  const marks = facilities.filter(({ code }, nth) => facilities.findLastIndex((other) => other.code === code) === nth);
  return agree({
    ...withEffects(listed, marksOf(marks, station, personId, at)),
    upkeep: withLooks(
      withCleaning(withCounts(state.upkeep, counted, at), items, at),
      marks.map(({ code }) => facilityKey(code)),
      at,
    ),
  });
};

/** Things that are not as the map says; the rest is no news. */
const marksOf = (
  seen: Did<'opening-list'>['facilities'],
  station: StationAtWork,
  personId: PersonId,
  at: EpochMs,
): Effect[] =>
  seen
    .filter(({ code, works }) =>
      station.facilities.some((one) => one.code === code && one.state === (works ? 'broken' : 'ok')),
    )
    .map(({ code, works }) => ({ does: 'mark-facility', personId, code, works, at }));

export const closingList: Act<Did<'closing-list'>> = (state, { items, note }, at, { personId }) => {
  const place = ownPlaceIn(state, personId);
  const { closing } = state.shift;
  const listed = signed(state, personId, place, at);
  if (closing !== null && closing.at > at) return agree(listed);
  return agree({
    ...withShift(listed, { closing: { at, by: place.number, items, note } }),
    upkeep: withCleaning(state.upkeep, items, at),
  });
};

export const visitors: Act<Did<'visitors'>> = (state, { people }, at, { personId }) => {
  const count = state.shift.visitors + people;
  if (count < 0) return refuse('below-zero');
  if (count > MOST_VISITORS) return refuse('too-many');
  return agree(withShift(signed(state, personId, ownPlaceIn(state, personId), at), { visitors: count }));
};

/** A later note for the next shift stays; an empty one takes it back. */
export const handover: Act<Did<'handover'>> = (state, { words }, at, { personId }) => {
  const { note } = state.shift;
  if (note !== null && note.at > at) return agree(state);
  const by = ownPlaceIn(state, personId).calledName;
  return agree(withShift(state, { note: words === '' ? null : { words, by, at } }));
};

/** Something happened: staff are told, and the picture is for them alone. */
export const incident =
  (key: RequestKey): Act<Did<'incident'>> =>
  (state, { kind, words, photo }, at, { personId }) => {
    const { shift } = state;
    const { number: by, calledName } = ownPlaceIn(state, personId);
    const incidentId = incidentIdOf(shift._id, personId, key);
    if (shift.incidents.some((one) => one.incidentId === incidentId)) return agree(state);
    if (shift.incidents.length >= MOST_INCIDENTS) return refuse('too-many');
    const picture = photo === null ? null : cleaned(photo);
    const what = { incidentId, kind, words, hasPhoto: picture !== null, by };
    const told = withShift(state, { incidents: [...shift.incidents, { ...what, at }] });
    return agree({
      ...withEffects(told, [{ does: 'tell-incident', incidentId, at }]),
      upkeep: withIncident(state.upkeep, { ...what, calledName, shiftId: shift._id }, at),
      photos: picture === null ? state.photos : [...state.photos, { incidentId, photo: picture, at }],
    });
  };

const incidentIdOf = (shiftId: ShiftId, personId: PersonId, key: RequestKey): WishId =>
  pairIdOf('incident', `${shiftId}:${personId}`, key);

/** Without place and time of the camera. What is no picture is left out: what happened is told all the same. */
function cleaned(photo: SmallPhoto): SmallPhoto | null {
  const picture = withoutTraces(Buffer.from(photo, 'base64'));
  return picture === null ? null : SmallPhoto.parse(picture.toString('base64'));
}

/** They were there at that moment. */
const signed = (state: DutyState, personId: PersonId, place: ShiftPlace, at: EpochMs): DutyState =>
  withPlace(state, personId, {
    ...place,
    lastSignAt: place.lastSignAt !== null && place.lastSignAt > at ? place.lastSignAt : at,
  });
