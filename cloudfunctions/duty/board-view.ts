import type * as z from 'zod/mini';
import * as zod from 'zod/mini';
import type { BoardPlace, BoardShift } from '../../types/duty-board';
import type { DutyEvidence } from '../../types/duty-kind';
import { dutyEvidences } from '../../types/duty-kind';
import { PersonId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { gapStage } from './gaps';
import { STANDBY_AFTER_MS } from './moments';
import type { ShiftPlace, ShiftRecord } from './shift-records';
import { shiftSummary } from './shift-view';
import { volunteers } from './volunteer-records';

type BoardShiftView = z.infer<typeof BoardShift>;
type BoardPlaceView = z.infer<typeof BoardPlace>;
/** Full names, which heads alone read, by person. */
export type Names = ReadonlyMap<string, string>;

const Named = zod.object({ _id: PersonId, name: zod.string() });
const named: Excerpt<z.infer<typeof Named>> = { schema: Named, fields: ['_id', 'name'] };
/** As many as one question names: a week of a station has far fewer people. */
const NAMES_AT_ONCE = 500;

/** One round trip; none where nobody is asked for. */
export async function namesOf(people: Iterable<PersonId>): Promise<Names> {
  const ids = [...new Set(people)].slice(0, NAMES_AT_ONCE);
  if (ids.length === 0) return new Map();
  const found = await volunteers.findParts({ _id: { in: ids } }, named, { limit: NAMES_AT_ONCE });
  return new Map(found.map(({ _id, name }) => [_id, name]));
}

/** Everybody whom a shift names. */
export const peopleOf = ({ places, standby }: Pick<ShiftRecord, 'places' | 'standby'>): PersonId[] =>
  [...Object.keys(places), ...Object.keys(standby)].map((id) => PersonId.parse(id));

/** One shift as its head sees it. One round trip, for the names. */
export const onBoard = async (shift: ShiftRecord, now: EpochMs): Promise<BoardShiftView> =>
  boardShift(shift, await namesOf(peopleOf(shift)), now);

export const boardShift = (shift: ShiftRecord, names: Names, now: EpochMs): BoardShiftView => ({
  shift: shiftSummary(shift),
  places: Object.entries(shift.places)
    .sort(([, one], [, other]) => one.at - other.at)
    .map(([personId, place]) => boardPlace(shift, place, names.get(personId) ?? place.calledName, now)),
  standby: Object.entries(shift.standby).map(([personId, { number, calledName, calledAt }]) => ({
    number,
    name: names.get(personId) ?? calledName,
    isCalled: calledAt !== null,
  })),
  gap: gapStage(shift, now),
  visitors: shift.visitors,
  note: shift.note?.words ?? null,
});

const boardPlace = (shift: ShiftRecord, place: ShiftPlace, name: string, now: EpochMs): BoardPlaceView => ({
  number: place.number,
  name,
  role: place.role,
  state: place.state,
  isLate: shift.state === 'planned' && place.state === 'held' && now >= shift.startsAt + STANDBY_AFTER_MS,
  clockedInAt: place.clockIn?.at ?? null,
  clockedOutAt: place.clockOut?.at ?? null,
  evidence: evidenceOf(place),
  excuse: place.excuse?.words ?? null,
});

/** What their coming rests on: a colleague's word where that is more than what they showed. */
function evidenceOf({ clockIn, vouchedBy }: ShiftPlace): DutyEvidence | null {
  if (clockIn === null || vouchedBy === null) return clockIn?.evidence ?? null;
  return dutyEvidences.indexOf(clockIn.evidence) <= dutyEvidences.indexOf('co-worker') ? clockIn.evidence : 'co-worker';
}
