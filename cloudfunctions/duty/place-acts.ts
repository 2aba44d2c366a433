import type { DutyRole, NotMineReason } from '../../types/duty-kind';
import type { PersonId, VolunteerNo } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { notMine, notMineToStandBy } from './duty-rules';
import { line, withEngagement, withoutEngagement } from './keeping';
import { STANDBY_AFTER_MS } from './moments';
import { releaseDeadline } from './own-place';
import { mayChangeHands } from './place-steps';
import { freeIn } from './shift-index';
import type { ShiftLine, ShiftPlace, ShiftRecord } from './shift-records';
import type { VolunteerRecord } from './volunteer-records';

/**
 * Everything that may happen to the places of one shift, as pure acts. Each says what the shifts and the people are
 * afterwards, both or neither; nothing is listed where nothing changes, as for a request that was heard before.
 */
export type Changed = {
  readonly shifts: readonly ShiftRecord[];
  readonly people: readonly VolunteerRecord[];
};
export const unchanged: Changed = { shifts: [], people: [] };

export type Taking = {
  readonly role: DutyRole;
  /** Of the request: heard again, it takes nothing twice. */
  readonly claim: string;
  /** The head who gives the place; null for somebody who takes it. */
  readonly by: string | null;
  /** Whether somebody whom the shift is not open to may have it: a head gives places to all volunteers of their unions. */
  readonly isForAll: boolean;
};

/** Takes a free place, or is given it. */
export function takePlace(
  shift: ShiftRecord,
  volunteer: VolunteerRecord,
  { role, claim, by, isForAll }: Taking,
  now: EpochMs,
): Result<Changed, NotMineReason | 'not-accepted' | 'role-unknown'> {
  if (shift.places[volunteer._id]?.claim === claim) return agree(unchanged);
  if (volunteer.state !== 'accepted') return refuse('not-accepted');
  if (!shift.needs.some((need) => need.role === role)) return refuse('role-unknown');
  const [reason] = notMine(shift, role, volunteer, now).filter((why) => !(isForAll && why === 'not-for-you'));
  if (reason !== undefined) return refuse(reason);
  const act = line(by === null ? 'taken' : 'assigned', now, { number: volunteer.number, by });
  return agree({
    shifts: [logged(seated(shift, volunteer, { role, claim }, now), act)],
    people: [engaged(volunteer, shift, false)],
  });
}

/** Gives the place back, until the deadline. */
export function releasePlace(
  shift: ShiftRecord,
  volunteer: VolunteerRecord,
  now: EpochMs,
): Result<Changed, 'no-place' | 'too-late' | 'on-duty-now'> {
  const place = shift.places[volunteer._id];
  if (place === undefined) return lastActOn(shift, volunteer) === 'released' ? agree(unchanged) : refuse('no-place');
  if (place.state === 'on-duty') return refuse('on-duty-now');
  if (!mayChangeHands(place) || now >= releaseDeadline(shift)) return refuse('too-late');
  return agree(givenBack(shift, volunteer, now));
}

/** Is no longer on the shift, nor standing by: for whoever leaves, at any time before they begin to serve. */
export function givenBack(shift: ShiftRecord, volunteer: VolunteerRecord, now: EpochMs): Changed {
  const had = shift.places[volunteer._id];
  const after = unseated(shift, volunteer._id);
  return {
    shifts: [had === undefined ? after : logged(after, line('released', now, { number: volunteer.number }))],
    people: [disengaged(volunteer, shift)],
  };
}

export function standBy(
  shift: ShiftRecord,
  volunteer: VolunteerRecord,
  now: EpochMs,
): Result<Changed, NotMineReason | 'not-accepted' | 'standby-full'> {
  if (Object.hasOwn(shift.standby, volunteer._id)) return agree(unchanged);
  if (volunteer.state !== 'accepted') return refuse('not-accepted');
  const [reason] = notMineToStandBy(shift, volunteer, now);
  if (reason !== undefined) return refuse(reason);
  if (Object.keys(shift.standby).length >= shift.standbyPlaces) return refuse('standby-full');
  const { _id, number, calledName } = volunteer;
  return agree({
    shifts: [{ ...shift, standby: { ...shift.standby, [_id]: { number, calledName, at: now, calledAt: null } } }],
    people: [engaged(volunteer, shift, true)],
  });
}

export const standDown = (shift: ShiftRecord, volunteer: VolunteerRecord): Changed =>
  Object.hasOwn(shift.standby, volunteer._id)
    ? {
        shifts: [{ ...shift, standby: without(shift.standby, volunteer._id) }],
        people: [disengaged(volunteer, shift)],
      }
    : unchanged;

/** Whose place somebody who was called would take: the first who is late; null while nobody is. */
export const latePerson = (shift: ShiftRecord, now: EpochMs): PersonId | null =>
  now < shift.startsAt + STANDBY_AFTER_MS
    ? null
    : (byTime(shift).find(([, place]) => mayChangeHands(place))?.[0] ?? null);

/**
 * Somebody who stood by and was called comes. They take a place that nobody has; else that of whoever is late, who has
 * it no longer.
 *
 * @param late the volunteer of `latePerson`; null where there is none
 */
export function stepIn(
  shift: ShiftRecord,
  volunteer: VolunteerRecord,
  late: VolunteerRecord | null,
  now: EpochMs,
): Result<Changed, NotMineReason | 'not-standing-by' | 'not-called' | 'nobody-missing'> {
  if (Object.hasOwn(shift.places, volunteer._id) && lastActOn(shift, volunteer) === 'stepped-in')
    return agree(unchanged);
  const standing = shift.standby[volunteer._id];
  if (standing === undefined) return refuse('not-standing-by');
  if (standing.calledAt === null) return refuse('not-called');
  const lateId = latePerson(shift, now);
  const free = shift.needs.find(({ role }) => freeIn(shift, role) > 0);
  const left = lateId === null || free !== undefined ? null : late;
  const role = free?.role ?? (left === null ? undefined : shift.places[left._id]?.role);
  if (role === undefined) return refuse('nobody-missing');
  const vacant = left === null ? shift : unseated(shift, left._id);
  const [reason] = notMine(vacant, role, volunteer, now);
  if (reason !== undefined) return refuse(reason);
  const claim = `step-in:${volunteer._id}`;
  return agree({
    shifts: [
      logged(
        seated(vacant, volunteer, { role, claim }, now),
        ...(left === null ? [] : [line('replaced', now, { number: left.number })]),
        line('stepped-in', now, { number: volunteer.number }),
      ),
    ],
    people: [engaged(volunteer, shift, false), ...(left === null ? [] : [disengaged(left, shift)])],
  });
}

/** The head takes somebody off, who reads why. */
export function takeOff(
  shift: ShiftRecord,
  volunteer: VolunteerRecord,
  { by, reason }: { readonly by: string; readonly reason: string },
  now: EpochMs,
): Result<Changed, 'no-place' | 'on-duty-now'> {
  const place = shift.places[volunteer._id];
  if (place === undefined && !Object.hasOwn(shift.standby, volunteer._id))
    return lastActOn(shift, volunteer) === 'unassigned' ? agree(unchanged) : refuse('no-place');
  if (place?.state === 'on-duty') return refuse('on-duty-now');
  if (place !== undefined && !mayChangeHands(place)) return refuse('no-place');
  const act = line('unassigned', now, { number: volunteer.number, by, reason });
  return agree({
    shifts: [logged(unseated(shift, volunteer._id), act)],
    people: [disengaged(volunteer, shift)],
  });
}

/** The shift does not take place. Nobody joins it from now on; whoever is on it is let go by `letGo`. */
export function callOff(
  shift: ShiftRecord,
  { by, reason }: { readonly by: string; readonly reason: string },
  now: EpochMs,
): Result<Changed, 'begun' | 'called-off'> {
  if (shift.state === 'called-off') return peopleOn(shift).length > 0 ? agree(unchanged) : refuse('called-off');
  // Somebody may have come before it begins: what they do there is not undone.
  const hasBegun = now >= shift.startsAt || !Object.values(shift.places).every(mayChangeHands);
  if (shift.state === 'closed' || hasBegun) return refuse('begun');
  const act = line('called-off', now, { by, reason });
  return agree({ shifts: [logged({ ...shift, state: 'called-off' }, act)], people: [] });
}

/** People of a shift that was called off are free again. */
export const letGo = (shift: ShiftRecord, people: readonly VolunteerRecord[]): Changed => ({
  shifts: [people.reduce((left, { _id }) => unseated(left, _id), shift)],
  people: people.map((volunteer) => disengaged(volunteer, shift)),
});

/** Everybody with a place, and everybody who stands by. */
export const peopleOn = ({ places, standby }: Pick<ShiftRecord, 'places' | 'standby'>): PersonId[] => [
  ...new Set([...ids(places), ...ids(standby)]),
];

/** A shift with somebody in a place; whoever stood by no longer does. */
export function seated(
  shift: ShiftRecord,
  { _id, number, calledName }: VolunteerRecord,
  { role, claim }: Pick<ShiftPlace, 'role' | 'claim'>,
  now: EpochMs,
): ShiftRecord {
  const place: ShiftPlace = {
    number,
    calledName,
    role,
    state: 'held',
    claim,
    at: now,
    clockIn: null,
    clockOut: null,
    lastSignAt: null,
    vouchedBy: null,
    heard: [],
    excuse: null,
  };
  return { ...shift, places: { ...shift.places, [_id]: place }, standby: without(shift.standby, _id) };
}

/** A shift without somebody, whether they had a place or stood by. */
export const unseated = <Shift extends Pick<ShiftRecord, 'places' | 'standby'>>(
  shift: Shift,
  personId: PersonId,
): Shift => ({
  ...shift,
  places: without(shift.places, personId),
  standby: without(shift.standby, personId),
});

export const engaged = (volunteer: VolunteerRecord, shift: ShiftRecord, isStandby: boolean): VolunteerRecord => ({
  ...volunteer,
  diary: withEngagement(volunteer, shift, isStandby),
});

export const disengaged = (volunteer: VolunteerRecord, shift: Pick<ShiftRecord, '_id'>): VolunteerRecord => ({
  ...volunteer,
  diary: withoutEngagement(volunteer, shift._id),
});

export const logged = (shift: ShiftRecord, ...lines: readonly ShiftLine[]): ShiftRecord => ({
  ...shift,
  log: [...shift.log, ...lines],
});

const lastActOn = ({ log }: ShiftRecord, { number }: { readonly number: VolunteerNo }): ShiftLine['act'] | undefined =>
  log.findLast((act) => act.number === number)?.act;

const byTime = ({ places }: ShiftRecord): [PersonId, ShiftPlace][] =>
  (Object.entries(places) as [PersonId, ShiftPlace][]).sort(([, one], [, other]) => one.at - other.at);

const ids = (record: Readonly<Record<PersonId, unknown>>): PersonId[] => Object.keys(record) as PersonId[];

const without = <Value>(record: Readonly<Record<PersonId, Value>>, id: PersonId): Record<PersonId, Value> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));
