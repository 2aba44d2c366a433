import type { VolunteerState } from '../../types/duty-kind';
import type { VolunteerForm } from '../../types/duty-shift';
import { VOLUNTEER_TERMS } from '../../types/duty-shift';
import type { PersonId, UnionId, VolunteerNo } from '../../types/ids';
import type { Place } from '../../types/place';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { stationTag, unionTag } from './shift-index';
import type { Office, VolunteerRecord } from './volunteer-records';

/** What somebody says of themselves, and what the union knows beside it. */
export type Enlisting = {
  readonly form: VolunteerForm;
  readonly station: { readonly name: string; readonly place: Place | null; readonly offices: readonly Office[] };
  readonly name: string;
  /** Unions that appointed them, if one of these reaches the station; empty for everybody else. */
  readonly appointedBy: readonly UnionId[];
};

/** Somebody who has not been a volunteer before. */
export const newVolunteer = (
  personId: PersonId,
  number: VolunteerNo,
  wish: Enlisting,
  now: EpochMs,
): VolunteerRecord => ({
  _id: personId,
  number,
  ...saidBy(null, wish, now),
  diary: {},
  chain: { length: 0, head: '' },
  verifyAt: NEVER,
});

/** What is written when somebody says who they are, for the first time or again. Number, diary and book stay. */
export function saidBy(before: VolunteerRecord | null, { form, station, name, appointedBy }: Enlisting, now: EpochMs) {
  const offices = [...station.offices];
  const scope = offices.map(({ unionId }) => unionId);
  const state = stateFor(before, scope[0], appointedBy.length > 0);
  return {
    ...form,
    name,
    state,
    stationName: station.name,
    place: station.place,
    offices,
    scope,
    tags: [...new Set([stationTag(form.stationId), ...scope.slice(0, 1).map(unionTag), ...appointedBy.map(unionTag)])],
    waitingFor: state === 'asked' ? scope : [],
    since: before?.state === state ? before.since : now,
    terms: { version: VOLUNTEER_TERMS, at: now },
  } satisfies Partial<VolunteerRecord>;
}

/**
 * Whom the union appointed need not wait. Whoever was accepted stays so while their station is of the same union; whom a
 * head gave a rest keeps it there.
 */
function stateFor(before: VolunteerRecord | null, owner: UnionId | undefined, isAppointed: boolean): VolunteerState {
  const isSameUnion = before !== null && before.scope[0] === owner;
  if (before?.state === 'paused' && isSameUnion) return 'paused';
  if (isAppointed || (before?.state === 'accepted' && isSameUnion)) return 'accepted';
  return 'asked';
}

/**
 * What stays of somebody who left: name and year of birth, by which the book of hours and its certificates stand, and
 * the number. What they were called, what they could do and their wish to be thanked go.
 */
export const leaving = (now: EpochMs) =>
  ({
    state: 'left',
    calledName: '志愿者',
    skills: [],
    thanks: false,
    tags: [],
    waitingFor: [],
    since: now,
  }) satisfies Partial<VolunteerRecord>;
