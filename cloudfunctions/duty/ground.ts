import type { StationId } from '../../types/ids';
import { stationsNear } from '../station/at-work';
import type { ListedStation } from '../station/directory';
import { listedStation } from '../station/directory';
import type { Ground } from './roster-records';

/** Where a station's shifts are, as it stands now. Two round trips; null when there is none of that id. */
export async function groundNow(id: StationId): Promise<Ground | null> {
  const station = await listedStation(id);
  return station === null ? null : groundOf(station);
}

/** The same of a station that was read. One round trip; none where it is on no map. */
export async function groundOf(station: ListedStation): Promise<Ground> {
  const { stationId, name, street, address, phone, place, offices, scope } = station;
  return {
    stationId,
    stationName: name,
    street,
    address,
    phone,
    place,
    offices: [...offices],
    scope: [...scope],
    neighbours: place === null ? [] : await stationsNear(stationId, place),
  };
}
