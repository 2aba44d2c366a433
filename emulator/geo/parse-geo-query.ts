import { requestFailed } from '../cloud-error';
import type { Test } from '../query/condition';
import { toEjson } from '../values/ejson';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';
import type { Area } from './area';
import { capAround, exactlyAt, flatBox, flatCircle, insideOf, touching } from './area';
import { NoGeometry, typeName } from './geo-error';
import { parseNear } from './parse-near';
import { parsePolygon } from './polygon';
import type { Polygon } from './polygon';
import { flatPoint, placeAt, placeFromPosition, placesFromPositions } from './position';
import { requireKnownCrs } from './stored';

const nearOperators = ['$near', '$nearSphere'];
const areaOperators = ['$geoWithin', '$geoIntersects'];

/** The one test that a set of operators says if a geo operator is among them; such an operator allows none beside it. */
export function parseGeoOperators(operators: BsonDocument): Test | undefined {
  const names = Object.keys(operators);
  try {
    const near = names.find((name) => nearOperators.includes(name));
    if (near !== undefined) return { is: 'near', near: parseNear(near, operators) };
    const area = names.find((name) => areaOperators.includes(name));
    if (area === undefined) return undefined;
    const extra = names.find((name) => name !== area);
    if (extra !== undefined) throw new NoGeometry(`can't parse extra field: ${extra}`);
    return { is: 'placed', area: parseArea(area, operators[area]) };
  } catch (error) {
    throw error instanceof NoGeometry ? requestFailed(error.message) : error;
  }
}

function parseArea(operator: string, value: Value | undefined): Area {
  if (!isDocument(value)) throw new NoGeometry('geometry must be an object');
  const [shape, ...others] = Object.entries(value);
  if (shape === undefined) throw new NoGeometry("geo query doesn't have any geometry");
  if (others.length > 0) throw new NoGeometry(`${operator} doesn't accept multiple shapes`);
  const [specifier, operand] = shape;
  if (specifier === '$geometry') return parseGeometry(operator, operand);
  if (!['$box', '$center', '$centerSphere', '$polygon'].includes(specifier)) {
    throw new NoGeometry(`unknown geo specifier: ${specifier}`);
  }
  if (operator === '$geoIntersects' || specifier === '$polygon') throw notSupported(operator, specifier);
  return parseShape(specifier, operand);
}

function parseShape(specifier: string, operand: Value): Area {
  const [first, second] = isArray(operand) ? operand : isDocument(operand) ? Object.values(operand) : [];
  if (specifier === '$box') {
    const [low, high] = [flatPoint(first), flatPoint(second)];
    if (low[0] > high[0] || low[1] > high[1]) {
      throw requestFailed('a $box whose first corner is not the bottom left one is not supported by the emulator');
    }
    return flatBox(low, high);
  }
  const centre = flatPoint(first);
  const radius = isNumber(second) ? toJsNumber(second) : NaN;
  if (!(radius >= 0)) throw new NoGeometry(`Radius must be a non-negative number: ${typeName(second)}`);
  return specifier === '$center' ? flatCircle(centre, radius) : capAround(placeAt(...centre).direction, radius);
}

function parseGeometry(operator: string, geometry: Value): Area {
  const type = isDocument(geometry) ? ownField(geometry, 'type') : undefined;
  if (!isDocument(geometry)) throw noArea(operator, geometry);
  requireKnownCrs(geometry);
  const coordinates = ownField(geometry, 'coordinates');
  switch (type) {
    case 'Polygon':
    case 'MultiPolygon': {
      const polygons = type === 'Polygon' ? [parsePolygon(coordinates)] : parsePolygons(coordinates);
      return operator === '$geoWithin' ? insideOf(polygons) : touching(polygons);
    }
    case 'Point':
    case 'MultiPoint': {
      const places = type === 'Point' ? [placeFromPosition(coordinates)] : placesFromPositions(coordinates);
      if (operator === '$geoWithin') throw noArea(operator, geometry);
      return exactlyAt(places);
    }
    case 'LineString':
    case 'MultiLineString':
      throw operator === '$geoWithin' ? noArea(operator, geometry) : notSupported(operator, type);
    case 'GeometryCollection':
      throw notSupported(operator, type);
    default:
      throw new NoGeometry(`unknown GeoJSON type: ${toEjson(geometry)}`);
  }
}

function parsePolygons(coordinates: Value | undefined): readonly Polygon[] {
  if (!isArray(coordinates)) throw new NoGeometry('MultiPolygon coordinates must be an array');
  if (coordinates.length === 0) throw new NoGeometry('MultiPolygon coordinates must have at least 1 element');
  return coordinates.map(parsePolygon);
}

function noArea(operator: string, geometry: Value): Error {
  const words = operator === '$geoWithin' ? '$within' : '$geoIntersect';
  return new NoGeometry(`${words} not supported with provided geometry: ${toEjson(geometry)}`);
}

function notSupported(operator: string, shape: string): Error {
  return requestFailed(`${operator} with ${shape} is not supported by the emulator`);
}
