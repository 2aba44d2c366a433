import { agree, refuse } from '../../types/result';
import type { Result } from '../../types/result';
import type { PersonId, StationId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { standingOf } from '../member/standing';
import type { StationAtWork } from '../station/at-work';
import { stationAtWork } from '../station/at-work';
import { pairIdOf } from './ids';
import { COUNTS_LATE_MS, CLOCK_IN_EARLY_MS } from './moments';
import { HEADS } from './scene';
import { stationTag, unionTag } from './shift-index';
import { shifts } from './shift-records';
import type { Reader } from './tasks';
import { freshUpkeep } from './upkeep';
import type { UpkeepGround } from './upkeep';
import type { StewardRecord, UpkeepRecord } from './upkeep-records';
import { stewards, upkeeps } from './upkeep-records';
import type { VolunteerRecord } from './volunteer-records';
import { volunteers } from './volunteer-records';

/** Somebody who sees to what is to be done at a station, with the station as it stands. */
export type Tending = {
  readonly station: StationAtWork;
  readonly ground: UpkeepGround;
  readonly upkeep: UpkeepRecord;
  readonly reader: Reader;
  /** What the others read of who it was: of staff, their union. */
  readonly calledName: string;
  /** As whose steward they act; null for everybody else. */
  readonly steward: StewardRecord | null;
};

export const stewardIdOf = (stationId: StationId, personId: PersonId) => pairIdOf('steward', stationId, personId);

/**
 * Whether somebody may see to what is to be done at a station: its volunteers, its stewards, its staff, and whoever has a
 * place there just now. Five round trips, and one more for a volunteer of elsewhere who is on duty somewhere.
 */
export async function tendingOf(
  personId: PersonId,
  stationId: StationId,
  now: EpochMs,
): Promise<Result<Tending, 'station-not-found' | 'not-for-you'>> {
  const [station, upkeep, volunteer, steward, standing] = await Promise.all([
    stationAtWork(stationId, now),
    upkeeps.get(stationId),
    volunteers.get(personId),
    stewards.get(stewardIdOf(stationId, personId)),
    standingOf(personId, now),
  ]);
  if (station === null) return refuse('station-not-found');
  const ground = { stationId, stationName: station.name, scope: station.scope };
  const known = { station, ground, upkeep: upkeep ?? freshUpkeep(ground) };
  const isStaff = standing.covers(station.scope, HEADS);
  const reader = { personId, isStaff };
  const byStaff = isStaff ? standing.officeFor(station.scope, HEADS) : null;
  if (steward?.state === 'accepted')
    return agree({ ...known, reader, steward, calledName: byStaff ?? steward.calledName });
  if (byStaff !== null) return agree({ ...known, reader, steward: null, calledName: byStaff });
  if (volunteer?.state !== 'accepted') return refuse('not-for-you');
  const isTheirs = isOf(volunteer, ground) || (await isHereNow(volunteer, stationId, now));
  return isTheirs
    ? agree({ ...known, reader, steward: null, calledName: volunteer.calledName })
    : refuse('not-for-you');
}

const isOf = ({ tags }: VolunteerRecord, { stationId, scope }: UpkeepGround): boolean =>
  [stationTag(stationId), ...scope.map(unionTag)].some((tag) => tags.includes(tag));

/** A neighbour who helps out: at the station of the shift that is theirs just now. */
async function isHereNow({ _id, diary }: VolunteerRecord, stationId: StationId, now: EpochMs): Promise<boolean> {
  const current = Object.entries(diary).find(
    ([, { startsAt, endsAt, isStandby }]) =>
      !isStandby && startsAt - CLOCK_IN_EARLY_MS <= now && now < endsAt + COUNTS_LATE_MS,
  );
  const shift = current === undefined ? null : await shifts.get(current[0]);
  return shift !== null && shift.stationId === stationId && Object.hasOwn(shift.places, _id);
}
