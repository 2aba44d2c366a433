import type { VolunteerState } from '../../types/duty-kind';
import type { VolunteerForm } from '../../types/duty-volunteer';
import { VOLUNTEER_TERMS } from '../../types/duty-volunteer';
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
  /** Others may read the name as it is: it passed the check. */
  readonly isNameClear: boolean;
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
  ...saidBy({ number }, wish, now),
  diary: {},
  chain: { length: 0, head: '' },
  verifyAt: NEVER,
});

/** What is written when somebody says who they are, for the first time or again. Number, diary and book stay. */
export function saidBy(
  before: VolunteerRecord | Pick<VolunteerRecord, 'number'>,
  { form, station, name, isNameClear, appointedBy }: Enlisting,
  now: EpochMs,
) {
  const known = 'state' in before ? before : null;
  const offices = [...station.offices];
  const scope = offices.map(({ unionId }) => unionId);
  const state = stateFor(known, scope[0], appointedBy.length > 0);
  const said = {
    ...form,
    ...(isNameClear || isShown(known, form.calledName)
      ? { heldName: null }
      : { calledName: before.number, heldName: form.calledName }),
    name,
    state,
    stationName: station.name,
    place: station.place,
    offices,
    scope,
    tags: [...new Set([stationTag(form.stationId), ...scope.slice(0, 1).map(unionTag), ...appointedBy.map(unionTag)])],
    since: known?.state === state ? known.since : now,
    terms: { version: VOLUNTEER_TERMS, at: now },
  } satisfies Partial<VolunteerRecord>;
  return { ...said, waitingFor: waitsFor(said) };
}

/** Colleagues read this very name already: nobody need look at it again. */
export const isShown = (before: Pick<VolunteerRecord, 'calledName'> | null, calledName: string): boolean =>
  before?.calledName === calledName;

/** Whose word somebody waits for: on themselves, or on what they would like to be called. */
export const waitsFor = ({
  state,
  heldName,
  scope,
}: Pick<VolunteerRecord, 'state' | 'heldName' | 'scope'>): UnionId[] =>
  state === 'asked' || (state === 'accepted' && (heldName ?? null) !== null) ? scope : [];

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
    heldName: null,
    skills: [],
    thanks: false,
    tags: [],
    waitingFor: [],
    since: now,
  }) satisfies Partial<VolunteerRecord>;
