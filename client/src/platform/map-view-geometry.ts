import type { Place } from '@contract/place';
import type { Box } from '@contract/station';

/** Where a map looks, and how closely: 2^zoom squares of 256 px go around the earth. */
export type Sight = { readonly centre: Place; readonly zoom: number };

/** What a resting map shows. */
export type Seen = Sight & { readonly box: Box };

/** The map on the screen, and how much of its lower part lies under something else. CSS pixels. */
export type Frame = { readonly width: number; readonly height: number; readonly coveredPx: number };

const TILE_PX = 256;
/** Web maps end here. Degrees. */
const LATITUDE_LIMIT = 85;

/** What a map in this frame shows: the middle of what is not covered is where one looks. */
export function seenFrom({ centre, zoom }: Sight, { width, height, coveredPx }: Frame): Seen {
  const { x, y } = toPixels(below(centre, zoom, coveredPx / 2), zoom);
  const corner = (right: number, down: number): Place => toPlace({ x: x + right, y: y + down }, zoom);
  const [first, last] = [corner(-width / 2, -height / 2), corner(width / 2, height / 2)];
  return {
    centre,
    zoom,
    box: { west: first.longitude, north: first.latitude, east: last.longitude, south: last.latitude },
  };
}

/** The place so many pixels below (or above, when negative) another. */
export function below(place: Place, zoom: number, downPx: number): Place {
  const { x, y } = toPixels(place, zoom);
  return toPlace({ x, y: y + downPx }, zoom);
}

export const isWithin = ({ longitude, latitude }: Place, { west, south, east, north }: Box): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** A word on a map takes about so much room. CSS pixels. */
const WORD_PX = { width: 96, height: 40 } as const;

/** Those of several words that do not lie on each other at this zoom; the first ones have precedence. */
export function apart<Word extends { readonly place: Place }>(words: readonly Word[], zoom: number): Word[] {
  const taken: Pixels[] = [];
  return words.filter(({ place }) => {
    const { x, y } = toPixels(place, zoom);
    const isFree = taken.every(
      (other) => Math.abs(other.x - x) >= WORD_PX.width || Math.abs(other.y - y) >= WORD_PX.height,
    );
    if (isFree) taken.push({ x, y });
    return isFree;
  });
}

type Pixels = { readonly x: number; readonly y: number };

function toPixels({ longitude, latitude }: Place, zoom: number): Pixels {
  const world = TILE_PX * 2 ** zoom;
  const up = (Math.max(-LATITUDE_LIMIT, Math.min(LATITUDE_LIMIT, latitude)) * Math.PI) / 180;
  return {
    x: ((longitude + 180) / 360) * world,
    y: ((1 - Math.asinh(Math.tan(up)) / Math.PI) / 2) * world,
  };
}

function toPlace({ x, y }: Pixels, zoom: number): Place {
  const world = TILE_PX * 2 ** zoom;
  const longitude = Math.max(-180, Math.min(180, (x / world) * 360 - 180));
  const up = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / world)));
  return { longitude, latitude: Math.max(-LATITUDE_LIMIT, Math.min(LATITUDE_LIMIT, (up * 180) / Math.PI)) };
}
