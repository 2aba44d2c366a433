import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';
import { readGeoJson } from './geo-json';
import { NoGeometry } from './geo-error';
import type { Near } from './near';
import { flatPoint, placeAt } from './position';
import type { Direction } from './sphere';
import { EARTH_RADIUS_M, directionOf } from './sphere';

/** Reads `{$nearSphere: {$geometry, $maxDistance, $minDistance}}`, or the same with the point itself in the middle. */
export function parseNear(operator: string, operators: BsonDocument): Near {
  const operand = operators[operator];
  const beside = Object.entries(operators).filter(([name]) => name !== operator);
  if (isArray(operand) || isPair(operand)) return legacyNear(operator, operand, beside);
  if (!isDocument(operand)) throw new NoGeometry('geo near query argument is not an object');
  if (operand['$geometry'] === undefined && operand['type'] !== undefined) {
    return { from: pointOf(operand), ...distancesOf(beside) };
  }
  if (beside[0] !== undefined) {
    throw new NoGeometry(
      `geo near accepts just one argument when querying for a GeoJSON point. Extra field found: ${beside[0][0]}`,
    );
  }
  if (operand['$geometry'] === undefined) throw new NoGeometry('invalid point provided to geo near query');
  const distances = distancesOf(Object.entries(operand).filter(([name]) => name !== '$geometry'));
  const geometry = operand['$geometry'];
  if (!isDocument(geometry)) throw new NoGeometry('$geometry is required for geo near query');
  return { from: pointOf(geometry), ...distances };
}

/**
 * A point as two bare numbers, perhaps with the greatest distance as a third. To `$nearSphere` it lies on the globe and
 * distances are angles; to `$near` on the flat map, and they are degrees.
 */
export function legacyNear(operator: string, operand: Value, beside: readonly (readonly [string, Value])[]): Near {
  const [x, y] = flatPoint(operand);
  const [, , third] = isArray(operand) ? operand : Object.values(isDocument(operand) ? operand : {});
  const { leastM, mostM } = distancesOf(beside);
  const most = isNumber(third) ? Math.min(mostM, distanceOf('$maxDistance', third)) : mostM;
  // An angle may be anything; a point on the flat map too.
  if (operator === '$near') return { from: directionOf(0, 0), leastM, mostM: most, flat: [x, y] };
  return { from: placeAt(x, y).direction, leastM: leastM * EARTH_RADIUS_M, mostM: most * EARTH_RADIUS_M };
}

export function isPair(value: Value | undefined): value is BsonDocument {
  if (!isDocument(value) || value['$geometry'] !== undefined) return false;
  const [first, second] = Object.values(value);
  return isNumber(first) && isNumber(second);
}

export function pointOf(geometry: BsonDocument): Direction {
  if (ownField(geometry, 'type') !== 'Point') {
    throw new NoGeometry(`$near requires a point, given type ${JSON.stringify(ownField(geometry, 'type') ?? null)}`);
  }
  try {
    const [point] = readGeoJson(geometry).shapes;
    if (point?.is === 'point') return point.place.direction;
    throw new NoGeometry('it is no point');
  } catch (error) {
    if (!(error instanceof NoGeometry)) throw error;
    throw new NoGeometry(`invalid point in geo near query $geometry argument:  ${error.message}`);
  }
}

function distancesOf(fields: readonly (readonly [string, Value])[]): { leastM: number; mostM: number } {
  const unknown = fields.find(([name]) => name !== '$minDistance' && name !== '$maxDistance');
  if (unknown !== undefined) throw new NoGeometry(`invalid argument in geo near query: ${unknown[0]}`);
  const { $minDistance, $maxDistance } = Object.fromEntries(fields) as Readonly<Record<string, Value>>;
  return {
    leastM: $minDistance === undefined ? 0 : distanceOf('$minDistance', $minDistance),
    mostM: $maxDistance === undefined ? Infinity : distanceOf('$maxDistance', $maxDistance),
  };
}

export function distanceOf(name: string, value: Value): number {
  if (!isNumber(value)) throw new NoGeometry(`${name} must be a number`);
  const distance = toJsNumber(value);
  if (!(distance >= 0 && Number.isFinite(distance))) throw new NoGeometry(`${name} must be non-negative`);
  return distance;
}
