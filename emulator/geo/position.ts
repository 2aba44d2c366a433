import type { Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { NoGeometry, typeName } from './geo-error';
import type { Direction } from './sphere';
import { directionOf } from './sphere';

/** A point on the map, in degrees, and where on the globe that is. */
export type Place = { readonly longitude: number; readonly latitude: number; readonly direction: Direction };

/** `[longitude, latitude]` of GeoJSON; a height after them is allowed and ignored. */
export function placeFromPosition(value: Value | undefined): Place {
  if (!isArray(value)) {
    throw new NoGeometry(`GeoJSON coordinates must be an array, instead got type ${typeName(value)}`);
  }
  return placeAt(...twoNumbers(value));
}

export function placesFromPositions(value: Value | undefined): readonly Place[] {
  if (!isArray(value)) {
    throw new NoGeometry(`GeoJSON coordinates must be an array of coordinates, instead got type ${typeName(value)}`);
  }
  return value.map(placeFromPosition);
}

/** Two numbers as the older operators have them: `[x, y]` or `{lng: x, lat: y}`, on a flat map. */
export function flatPoint(value: Value | undefined): readonly [x: number, y: number] {
  if (isArray(value)) return twoNumbers(value);
  if (isDocument(value)) return twoNumbers(Object.values(value));
  throw new NoGeometry(`Point must be an array or object, instead got type ${typeName(value)}`);
}

export function placeAt(longitude: number, latitude: number): Place {
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw new NoGeometry(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  }
  return { longitude, latitude, direction: directionOf(longitude, latitude) };
}

function twoNumbers([first, second]: readonly Value[]): readonly [number, number] {
  const [x, y] = [numberIn(first), numberIn(second)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new NoGeometry('Point coordinates must be finite numbers');
  return [x, y];
}

function numberIn(value: Value | undefined): number {
  if (isNumber(value)) return toJsNumber(value);
  throw new NoGeometry(`Point must only contain numeric elements, instead got type ${typeName(value)}`);
}
