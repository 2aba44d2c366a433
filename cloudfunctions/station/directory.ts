import type { StationId, UnionId } from '../../types/ids';
import type { Place } from '../../types/place';
import type { Zone } from '../../types/station-view';
import { stations } from './records';

/** A station as other domains need to know it. */
export type ListedStation = {
  readonly stationId: StationId;
  readonly name: string;
  readonly street: string;
  readonly address: string;
  readonly place: Place | null;
  readonly zones: readonly Zone[];
  readonly scope: readonly UnionId[];
  readonly phone: string | null;
  /** The unions of `scope` with their names, the owner first. */
  readonly offices: readonly { readonly unionId: UnionId; readonly name: string }[];
};

/** The door to where a station is and which rooms it has. One round trip; null when there is none of that id. */
export async function listedStation(id: StationId): Promise<ListedStation | null> {
  const found = await stations.get(id);
  if (found === null) return null;
  const { _id, name, street, address, place, zones, scope, phone, offices } = found;
  const [longitude, latitude] = place?.coordinates ?? [0, 0];
  return {
    stationId: _id,
    name,
    street,
    address,
    place: place === null ? null : { longitude, latitude },
    zones,
    scope,
    phone,
    offices,
  };
}
