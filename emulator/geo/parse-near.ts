import { requestFailed } from '../cloud-error';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';
import { NoGeometry } from './geo-error';
import type { Near } from './near';
import { placeFromPosition } from './position';
import type { Direction } from './sphere';
import { requireKnownCrs } from './stored';

/** Reads `{$nearSphere: {$geometry, $maxDistance, $minDistance}}`, or the same with the point itself in the middle. */
export function parseNear(operator: string, operators: BsonDocument): Near {
  const operand = operators[operator];
  const beside = Object.entries(operators).filter(([name]) => name !== operator);
  if (isArray(operand) || isPair(operand)) {
    throw requestFailed(`${operator} with a legacy point is not supported by the emulator, only a GeoJSON point is`);
  }
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

function isPair(value: Value | undefined): boolean {
  if (!isDocument(value) || value['$geometry'] !== undefined) return false;
  const [first, second] = Object.values(value);
  return isNumber(first) && isNumber(second);
}

function pointOf(geometry: BsonDocument): Direction {
  if (ownField(geometry, 'type') !== 'Point') {
    throw new NoGeometry(`$near requires a point, given type ${JSON.stringify(ownField(geometry, 'type') ?? null)}`);
  }
  try {
    requireKnownCrs(geometry);
    return placeFromPosition(ownField(geometry, 'coordinates')).direction;
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

function distanceOf(name: string, value: Value): number {
  if (!isNumber(value)) throw new NoGeometry(`${name} must be a number`);
  const metres = toJsNumber(value);
  if (!(metres >= 0 && Number.isFinite(metres))) throw new NoGeometry(`${name} must be non-negative`);
  return metres;
}
