import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { standingOf } from '../member/standing';
import type { PersonId } from '../../types/ids';
import { detailOf } from './detail';
import type { StationRecord } from './records';
import type { Handler } from './scene';
import { EDITORS, TENDERS } from './scene';
import { stationShown } from './station-shown';
import { stocks } from './visit-records';

/** One round trip for the station, and beside it one each for who asks and what is left on the shelf. */
export const show: Handler<'show'> = async ({ stationId, code }, { now, personId }) => {
  // A picked station is shown whatever code is held out beside it.
  const found = await stationShown(stationId === null ? { code, stationId } : { code: null, stationId }, now);
  if (!found.ok) return refuse(found.refusal === 'station-not-found' ? 'station-not-found' : 'code-unreadable');
  const { station } = found.value;
  const [viewer, stock] = await Promise.all([
    viewerOf(station, personId, now),
    station.waterQuota === null ? null : stocks.get(station._id),
  ]);
  return agree(detailOf(station, viewer, stock?.bottles ?? 0, now));
};

async function viewerOf({ scope }: StationRecord, personId: PersonId | null, now: EpochMs) {
  if (personId === null) return { mayTend: false, mayEdit: false };
  const standing = await standingOf(personId, now);
  return { mayTend: standing.covers(scope, TENDERS), mayEdit: standing.covers(scope, EDITORS) };
}
