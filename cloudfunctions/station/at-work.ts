import * as z from 'zod/mini';
import type { DistanceBand } from '../../types/evidence';
import type { Facility, FacilityCode } from '../../types/facility';
import type { PersonId, ShiftId, StationId, UnionId } from '../../types/ids';
import type { OpenStatus } from '../../types/opening';
import type { Place } from '../../types/place';
import type { EpochMs } from '../../types/time';
import type { Excerpt } from '../runtime/database';
import { facilityWords } from './form-words';
import { marked } from './mark-facility';
import { dutyKey, keysOnDuty } from './on-duty';
import { distanceBand, placeOf, pointOf } from './place';
import type { OnDuty } from './records';
import { StationRecord, stations } from './records';
import { saveStation, settle } from './settling';
import { statusNow } from './view';

/** The door to what happens at a station while somebody is on duty there. */

/** Reads a code of a station as at an instant, which may be a while ago: a tap made without a network. */
export { readCode as readStationCode } from './station-code';

/** A station as those who work there need it. */
export type StationAtWork = {
  readonly stationId: StationId;
  readonly name: string;
  /** The unions in whose name it is kept. */
  readonly scope: readonly UnionId[];
  readonly status: OpenStatus;
  readonly facilities: readonly Facility[];
  /** Letters of its codes: what was read from a code names them. */
  readonly doorCode: string;
  readonly place: Place | null;
  /** People on duty there now, by fingerprints that name nobody. */
  readonly onDuty: readonly string[];
};

/** One round trip; null when there is none of that id. */
export async function stationAtWork(id: StationId, now: EpochMs): Promise<StationAtWork | null> {
  const found = await stations.get(id);
  if (found === null) return null;
  const { _id, name, scope, facilities, doorCode, place, live } = found;
  return {
    stationId: _id,
    name,
    scope,
    status: statusNow(found, now),
    facilities,
    doorCode,
    place: place === null ? null : placeOf(place),
    onDuty: keysOnDuty(live, now),
  };
}

/** Whether somebody beside this one is on duty there, whichever shift they are on. */
export const isAnotherOnDuty = (station: StationAtWork, personId: PersonId, shiftId: ShiftId): boolean =>
  station.onDuty.some((key) => key !== dutyKey(station.stationId, personId, shiftId));

/** How far a phone says it is from a station. What it said is forgotten; only the band is used. */
export const bandAt = (said: Place | null, { place }: Pick<StationAtWork, 'place'>): DistanceBand =>
  distanceBand(said, place === null ? null : pointOf(place));

/** Stations that are near enough to help out: a quarter of an hour by bicycle. Metres. */
const NEIGHBOUR_M = 3_000;
const NEIGHBOURS = 8;

const Named = z.pick(StationRecord, { _id: true });
const named: Excerpt<z.infer<typeof Named>> = { schema: Named, fields: ['_id'] };

/** The nearest other stations within three kilometres, at most eight. One round trip. */
export async function stationsNear(id: StationId, { longitude, latitude }: Place): Promise<StationId[]> {
  const found = await stations.findParts({ place: { nearestTo: [longitude, latitude], withinM: NEIGHBOUR_M } }, named, {
    limit: NEIGHBOURS + 1,
  });
  return found
    .map(({ _id }) => _id)
    .filter((other) => other !== id)
    .slice(0, NEIGHBOURS);
}

/** Somebody came on duty: the map says open, with the reason, until then at the latest. Safe to repeat. One round trip. */
export async function opensStation(id: StationId, personId: PersonId, shiftId: ShiftId, duty: OnDuty): Promise<void> {
  await stations.update({ _id: id }, { set: { [`live.duty.${dutyKey(id, personId, shiftId)}`]: duty } });
}

/** They left: the map says closed once nobody else is there, and the hours do not say otherwise. One round trip. */
export async function closesStation(id: StationId, personId: PersonId, shiftId: ShiftId): Promise<void> {
  await stations.update({ _id: id }, { remove: [`live.duty.${dutyKey(id, personId, shiftId)}`] });
}

/** Whoever is overtaken marks once more on what is stored then. */
const TRIES = 3;
/** Round trips of one look; what does not fit is left to the station's timer. */
export const TRIPS_OF_LOOK = 24;

export type Seen = { readonly code: FacilityCode; readonly works: boolean };
/** Who looked, and when, which may be a while ago. */
export type Looker = { readonly personId: PersonId; readonly name: string; readonly at: EpochMs };

/** One thing that somebody saw. */
export const sawFacility = (id: StationId, seen: Seen, by: Looker): ReturnType<typeof sawFacilities> =>
  sawFacilities(id, [seen], by);

/**
 * Somebody on duty or a steward saw whether things work; their cases are opened or closed. What the station does not
 * have is not added, and what somebody looked at since stays. Some ten round trips, safe to repeat.
 */
export async function sawFacilities(
  id: StationId,
  seen: readonly Seen[],
  { personId, name, at }: Looker,
): Promise<'saved' | 'no-station' | 'changed-meanwhile'> {
  const allowance = { trips: TRIPS_OF_LOOK };
  for (let nth = 0; nth < TRIES; nth += 1) {
    allowance.trips -= 1;
    const before = await stations.get(id);
    if (before === null) return 'no-station';
    const after = seen.reduce((station, one) => looked(station, one, at), before);
    if (after === before) return 'saved';
    const fields = [facilityWords(before.facilities, after.facilities)].flat();
    const office = before.offices[0]?.name ?? '';
    const told = fields.length === 0 ? null : fields;
    const act = { act: 'facility', by: name, byId: personId, office, at, fields: told } as const;
    const saved = await saveStation(before, after, act, allowance);
    if (saved.outcome !== 'saved') continue;
    await settle(saved.station, allowance);
    return 'saved';
  }
  return 'changed-meanwhile';
}

/** The very same station where there is nothing new to say. */
function looked(station: StationRecord, { code, works }: Seen, at: EpochMs): StationRecord {
  const state = works ? 'ok' : 'broken';
  const old = station.facilities.find((one) => one.code === code);
  if (old === undefined || old.state === 'absent' || old.state === state) return station;
  if ((old.checkedAt ?? 0) > at) return station;
  return marked(station, { stationId: station._id, code, state, count: null }, at);
}
