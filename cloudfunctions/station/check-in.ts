import { agree } from '../../types/result';
import { distanceBand } from './place';
import type { Handler } from './scene';
import { stationShown } from './station-shown';
import { statusNow } from './view';
import { evidenceOf, visitorOf } from './visit';
import { countVisit } from './visit-count';
import { hearScan } from './visit-witness';

/** What is left of the action's round trips for a word that the door is open: it is best effort. */
const ROUND_TRIPS_WITH_WORD = 4;

/** Two round trips for most visits; a fresh scan of the changing code is heard as word of an open door besides. */
export const checkIn: Handler<'checkIn'> = async (input, { now, personId }) => {
  const { code, stationId, place, occupation, visitorKey } = input;
  const found = await stationShown({ code, stationId }, now);
  if (!found.ok) return found;
  const { station, shown } = found.value;
  const visitor = visitorOf(personId, visitorKey, shown);
  if (!visitor.ok) return visitor;
  const band = distanceBand(place, station.place);
  const evidence = evidenceOf({ shown, band, isOnMap: station.place !== null });
  if (!evidence.ok) return evidence;
  const visit = await countVisit({
    station,
    visitor: visitor.value,
    evidence: evidence.value,
    occupation,
    at: now,
  });
  const isWord = visit.isNew && shown === 'rotating' && visit.roundTrips <= ROUND_TRIPS_WITH_WORD;
  const heard = isWord && personId !== null ? await hearScan(station, personId, now) : station;
  return agree({
    stationId: station._id,
    name: station.name,
    evidence: visit.evidence,
    isNew: visit.isNew,
    visitedAt: visit.at,
    status: statusNow(heard, now),
    hasWater: station.waterQuota !== null,
  });
};
