import { Double } from 'bson';
import { requestFailed } from '../cloud-error';
import { NoGeometry } from '../geo/geo-error';
import type { Near } from '../geo/near';
import { awayFrom } from '../geo/near';
import { distanceOf, isPair, legacyNear, pointOf } from '../geo/parse-near';
import { EARTH_RADIUS_M } from '../geo/sphere';
import { geometriesIn } from '../geo/stored';
import { isTrue } from '../expression/control';
import type { Condition } from '../query/condition';
import { refuseNear } from '../query/near-test';
import { parseFilter } from '../query/parse-filter';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import { writableSteps } from './document-paths';
import { withValueAlong } from '../values/plain-paths';
import type { Asked } from './leading';
import type { Context, StageParser } from './pipeline';

/**
 * `$geoNear`, once its documents are found: puts into each how far off it is, and where.
 *
 * Distances are metres from a GeoJSON point, radians from two bare numbers on the globe, degrees on the flat map.
 */
export const geoNear: StageParser = (operand, context) => {
  const { near, key, perUnit, limit, distanceField, includeLocs } = optionsOf(operand, context);
  return function* (documents) {
    let left = limit;
    for (const document of documents) {
      if (left <= 0) return;
      left -= 1;
      const found = geometriesIn(valuesAt(document, key)).map(({ value, geometry }) => ({
        value,
        away: awayFrom(near, geometry),
      }));
      const [nearest] = found.sort((one, other) => one.away - other.away);
      if (nearest === undefined) continue;
      const placed = withValueAlong(document, distanceField, new Double(nearest.away * perUnit));
      yield includeLocs === undefined ? placed : withValueAlong(placed, includeLocs, nearest.value);
    }
  };
};

/** What a `$geoNear` asks of the collection it begins with. */
export function askedByGeoNear(operand: Value, context: Context): Asked {
  const { near, key, query, limit } = optionsOf(operand, context);
  const nearest: Condition = { at: 'field', path: key, test: { is: 'near', near } };
  return { condition: query === undefined ? nearest : { at: 'and', parts: [nearest, query] }, limit };
}

type Options = {
  readonly near: Near;
  readonly key: string;
  readonly query: Condition | undefined;
  readonly limit: number;
  /** What one of the distances inside here counts as in the answer. */
  readonly perUnit: number;
  readonly distanceField: readonly string[];
  readonly includeLocs: readonly string[] | undefined;
};

const known = [
  ...['near', 'distanceField', 'spherical', 'query', 'key', 'minDistance', 'maxDistance', 'distanceMultiplier'],
  ...['includeLocs', 'limit', 'num', 'uniqueDocs'],
];

function optionsOf(operand: Value, context: Context): Options {
  if (!isDocument(operand)) throw requestFailed('invalid parameter: expected an object ($geoNear)');
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unknown argument to $geoNear: ${unknown}`);
  const { query, distanceField, includeLocs } = operand;
  if (typeof distanceField !== 'string') throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  if (includeLocs !== undefined && typeof includeLocs !== 'string') {
    throw requestFailed("$geoNear requires that 'includeLocs' option is a String");
  }
  const isLegacy = !isDocument(operand['near']) || isPair(operand['near']);
  const isSpherical = operand['spherical'] !== undefined && isTrue(operand['spherical']);
  return {
    near: nearOf(operand, isSpherical),
    key: keyOf(operand['key'], context),
    query: query === undefined ? undefined : conditionOf(query),
    limit: Math.min(countOf(operand, 'limit'), countOf(operand, 'num')),
    perUnit: multiplierOf(operand) / (isLegacy && isSpherical ? EARTH_RADIUS_M : 1),
    distanceField: writableSteps(distanceField),
    includeLocs: includeLocs === undefined ? undefined : writableSteps(includeLocs),
  };
}

function nearOf({ near, minDistance, maxDistance }: BsonDocument, isSpherical: boolean): Near {
  if (!isDocument(near) && !isArray(near)) throw requestFailed("$geoNear requires a 'near' option as an Array");
  const distances = Object.entries({ minDistance, maxDistance }).flatMap(([name, value]): [string, Value][] =>
    value === undefined ? [] : [[`$${name}`, value]],
  );
  try {
    if (isArray(near) || isPair(near)) return legacyNear(isSpherical ? '$nearSphere' : '$near', near, distances);
    return {
      from: pointOf(near),
      leastM: minDistance === undefined ? 0 : distanceOf('minDistance', minDistance),
      mostM: maxDistance === undefined ? Infinity : distanceOf('maxDistance', maxDistance),
    };
  } catch (error) {
    throw error instanceof NoGeometry ? requestFailed(error.message) : error;
  }
}

function conditionOf(query: Value): Condition {
  if (!isDocument(query)) throw requestFailed("$geoNear requires that 'query' option is an Object");
  const condition = parseFilter(query);
  refuseNear(condition);
  return condition;
}

/** The field to go by: the one that is named, else the only one that the collection has an index of places for. */
function keyOf(key: Value | undefined, { sources, collection = '' }: Context): string {
  if (key !== undefined) {
    if (typeof key !== 'string') throw requestFailed("$geoNear parameter 'key' must be of type string");
    if (key === '') throw requestFailed("$geoNear parameter 'key' cannot be the empty string");
    return key;
  }
  const [only, ...others] = sources.placeFields(collection);
  if (only === undefined) throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found');
  if (others.length > 0) {
    throw requestFailed(`There is more than one 2dsphere index on ${collection}; unsure which to use for $geoNear`);
  }
  return only;
}

function countOf(operand: BsonDocument, name: 'limit' | 'num'): number {
  const value = operand[name];
  if (value === undefined) return Infinity;
  const count = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(count) || count <= 0) throw requestFailed(`$geoNear requires a positive '${name}'`);
  return count;
}

function multiplierOf({ distanceMultiplier: value }: BsonDocument): number {
  if (value === undefined) return 1;
  if (!isNumber(value)) throw requestFailed("$geoNear requires that 'distanceMultiplier' option is a number");
  const multiplier = toJsNumber(value);
  if (!(multiplier >= 0)) throw requestFailed('distanceMultiplier must be nonnegative');
  return multiplier;
}
