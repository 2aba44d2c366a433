import type { Place } from '@contract/place';
import type { Box } from '@contract/station';

/** Where a map looks, and how closely: 2^zoom squares of 256 px go around the earth. */
export type Sight = { readonly centre: Place; readonly zoom: number };

/** What a resting map shows. */
export type Seen = Sight & { readonly box: Box };

/** The map on the screen, and how much of its lower and its upper part lies under something else. CSS pixels. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly coveredPx: number;
  readonly coveredTopPx: number;
};

/** How far the middle of the map lies below the middle of what is not covered. CSS pixels. */
export const sunkenPx = ({ coveredPx, coveredTopPx }: Omit<Frame, 'width' | 'height'>): number =>
  (coveredPx - coveredTopPx) / 2;

const TILE_PX = 256;
/** Web maps end here. Degrees. */
const LATITUDE_LIMIT = 85;

/**
 * What a map in this frame shows: the middle of what is not covered is where one looks. What lies under a sheet counts,
 * for it can be pulled down; what lies under the edge above does not.
 */
export function seenFrom({ centre, zoom }: Sight, frame: Frame): Seen {
  const { width, height, coveredTopPx } = frame;
  const { x, y } = toPixels(below(centre, zoom, sunkenPx(frame)), zoom);
  const corner = (right: number, down: number): Place => toPlace({ x: x + right, y: y + down }, zoom);
  const [first, last] = [corner(-width / 2, coveredTopPx - height / 2), corner(width / 2, height / 2)];
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

/** So far from the middle of a pin or a cluster a word does not touch it. CSS pixels. */
const MARK_PX = { width: 64, height: 32 } as const;
/** A word whose own place is taken stands below or above it. CSS pixels. */
const WORD_STEPS_PX = [0, 34, -34] as const;

/** A word, and how far below its place it is to stand. CSS pixels. */
export type PlacedWord<Word> = { readonly word: Word; readonly downPx: number };

/**
 * Those of several words that lie neither on each other nor on a mark at this zoom; the first ones have precedence.
 */
export function apart<Word extends { readonly place: Place }>(
  words: readonly Word[],
  marks: readonly Place[],
  zoom: number,
): PlacedWord<Word>[] {
  const marked = marks.map((place) => toPixels(place, zoom));
  const taken: Pixels[] = [];
  return words.flatMap((word) => {
    const { x, y } = toPixels(word.place, zoom);
    const downPx = WORD_STEPS_PX.find((step) => {
      const at = { x, y: y + step };
      return taken.every((other) => clear(at, other, WORD_PX)) && marked.every((mark) => clear(at, mark, MARK_PX));
    });
    if (downPx === undefined) return [];
    taken.push({ x, y: y + downPx });
    return [{ word, downPx }];
  });
}

const clear = (one: Pixels, other: Pixels, room: { readonly width: number; readonly height: number }): boolean =>
  Math.abs(other.x - one.x) >= room.width || Math.abs(other.y - one.y) >= room.height;

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
