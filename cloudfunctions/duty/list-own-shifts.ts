import type { OwnPlace } from '../../types/duty-shift';
import type { ShiftId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { COUNTS_LATE_MS } from './moments';
import { ownPlace } from './own-place';
import { ownSwaps } from './own-swaps';
import type { Handler } from './scene';
import type { SeenShift } from './seen-shift';
import { seenShift } from './seen-shift';
import { shifts } from './shift-records';
import { shiftsOf, swapView } from './swap-view';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

const MOST = 200;
const PAST_MS = 30 * 86_400_000;

/** Three round trips: who, what they have taken on, what is being exchanged. */
export const listOwnShifts: Handler<'listOwnShifts'> = async (_input, { now, personId }) => {
  const [volunteer, swaps] = await Promise.all([volunteers.get(personId), ownSwaps(personId, now)]);
  if (volunteer === null) return refuse('not-a-volunteer');
  const found = await shiftsById([...engagedIn(volunteer, now - PAST_MS), ...shiftsOf(swaps)]);
  const own = [...found.values()]
    .sort((one, other) => one.startsAt - other.startsAt)
    .flatMap((shift) => ownPlace(shift, personId, now) ?? []);
  return agree({
    upcoming: own.filter((place) => !isOver(place, now)),
    past: own.filter((place) => isOver(place, now)).reverse(),
    swaps: swaps.flatMap((swap) => swapView(swap, found, personId, now)),
  });
};

/** Somebody still on duty has not finished, whatever the clock says. */
export const isOver = ({ shift, state, isStandby }: OwnPlace, now: EpochMs): boolean =>
  state === 'on-duty' ? now >= shift.endsAt + COUNTS_LATE_MS : now >= shift.endsAt || (!isStandby && state !== 'held');

/** Shifts of somebody's diary that end later than that. */
export const engagedIn = ({ diary }: Pick<VolunteerRecord, 'diary'>, after: number): ShiftId[] =>
  (Object.keys(diary) as ShiftId[]).filter((id) => (diary[id]?.endsAt ?? 0) > after);

/** One round trip, none for none. */
export async function shiftsById(ids: readonly ShiftId[]): Promise<ReadonlyMap<ShiftId, SeenShift>> {
  const wanted = [...new Set(ids)].slice(0, MOST);
  if (wanted.length === 0) return new Map();
  const found = await shifts.findParts({ _id: { in: wanted } }, seenShift, { limit: wanted.length });
  return new Map(found.map((shift) => [shift._id, shift]));
}
