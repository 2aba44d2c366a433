import Supercluster from 'supercluster';
import type { Place } from '../../types/place';
import type { Box } from '../../types/station';
import type { StationCluster } from '../../types/station-view';

/** Pins closer than this on the screen are drawn as one. Pixels of a web map. */
const RADIUS_PX = 56;
const TILE_PX = 256;
/** From here on the ground is drawn so large that even neighbours stand apart; a tap shows each. */
const LARGEST_ZOOM = 18;
/** How much closer a tap on a cluster goes. */
const ZOOM_STEP = 2;

export type Weighted<Item> = { readonly place: Place; readonly weight: number; readonly item: Item };

/**
 * What stands alone and what would lie on each other at a zoom.
 *
 * @param points each counts as many as its weight; one that already stands for several is a cluster even alone
 */
export function clustered<Item>(
  points: readonly Weighted<Item>[],
  box: Box,
  zoom: number,
): { readonly alone: Item[]; readonly clusters: StationCluster[] } {
  const level = Math.min(Math.floor(zoom), LARGEST_ZOOM);
  const index = new Supercluster<{ weight: number; item: Item }, { weight: number }>({
    radius: RADIUS_PX,
    extent: TILE_PX,
    minZoom: level,
    maxZoom: level,
    map: ({ weight }) => ({ weight }),
    reduce: (together, { weight }) => {
      together.weight += weight;
    },
  });
  index.load(
    points.map(({ place, weight, item }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: { weight, item },
    })),
  );
  const alone: Item[] = [];
  const clusters: StationCluster[] = [];
  // A cluster's middle may lie in the box while its pins do not, and the other way round: a margin keeps the rim whole.
  for (const { geometry, properties } of index.getClusters(withMargin(box), level)) {
    if ('item' in properties && properties.weight === 1) {
      alone.push(properties.item);
      continue;
    }
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    clusters.push({ place: { longitude, latitude }, count: properties.weight, zoom: Math.min(zoom + ZOOM_STEP, 19) });
  }
  return { alone, clusters };
}

/** Share of the box on each side. */
const MARGIN = 0.1;

function withMargin({ west, south, east, north }: Box): [number, number, number, number] {
  const [wide, high] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - wide, south - high, east + wide, north + high];
}
