import type { StationId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { standingOf } from '../member/standing';
import type { PersonId } from '../../types/ids';
import { detailOf } from './detail';
import type { StationRecord } from './records';
import { stations } from './records';
import type { Handler } from './scene';
import { EDITORS, TENDERS } from './scene';
import { readCode } from './station-code';
import { stocks } from './visit-records';

/** One round trip for the station, and beside it one each for who asks and what is left on the shelf. */
export const show: Handler<'show'> = async ({ stationId, code }, { now, personId }) => {
  const read = code === null ? null : readCode(code, now);
  const station = await found(stationId, read?.ok === true ? read.value.doorCode : null);
  if (station === null) return refuse(code !== null && read?.ok !== true ? 'code-unreadable' : 'station-not-found');
  const [viewer, stock] = await Promise.all([
    viewerOf(station, personId, now),
    station.waterQuota === null ? null : stocks.get(station._id),
  ]);
  return agree(detailOf(station, viewer, stock?.bottles ?? 0, now));
};

async function found(stationId: StationId | null, doorCode: string | null): Promise<StationRecord | null> {
  if (stationId !== null) return stations.get(stationId);
  if (doorCode === null) return null;
  const [station] = await stations.find({ doorCode }, { limit: 1 });
  return station ?? null;
}

async function viewerOf({ scope }: StationRecord, personId: PersonId | null, now: EpochMs) {
  if (personId === null) return { mayTend: false, mayEdit: false };
  const standing = await standingOf(personId, now);
  return { mayTend: standing.covers(scope, TENDERS), mayEdit: standing.covers(scope, EDITORS) };
}
