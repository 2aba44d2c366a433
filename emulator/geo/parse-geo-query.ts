import { requestFailed } from '../cloud-error';
import type { Test } from '../query/condition';
import { toEjson } from '../values/ejson';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import type { Area } from './area';
import { capAround, flatBox, flatCircle, flatPolygon, insideOf, meeting } from './area';
import { readGeoJson } from './geo-json';
import { NoGeometry, typeName } from './geo-error';
import { parseNear } from './parse-near';
import { flatPoint, placeAt } from './position';

const nearOperators = ['$near', '$nearSphere'];
const areaOperators = ['$geoWithin', '$within', '$geoIntersects'];

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
  // Once said whether an element that matches twice comes twice; it has changed nothing for long.
  const [shape, ...others] = Object.entries(value).filter(([name]) => name !== '$uniqueDocs');
  if (shape === undefined) throw new NoGeometry("geo query doesn't have any geometry");
  if (others.length > 0) throw new NoGeometry(`${operator} doesn't accept multiple shapes`);
  const [specifier, operand] = shape;
  if (specifier === '$geometry') return parseGeometry(operator, operand);
  const parse = Object.hasOwn(legacyShapes, specifier) ? legacyShapes[specifier] : undefined;
  if (parse === undefined) throw new NoGeometry(`unknown geo specifier: ${specifier}`);
  if (operator === '$geoIntersects') throw noArea(operator, value);
  return parse(operand);
}

type Flat = readonly [x: number, y: number];

const legacyShapes: Readonly<Record<string, (operand: Value) => Area>> = {
  $box: (operand) => {
    const [first, second] = itemsOf(operand);
    return flatBox(corner(first), corner(second));
  },
  $center: (operand) => flatCircle(...circleOf(operand)),
  $centerSphere: (operand) => {
    const [centre, radius] = circleOf(operand);
    return capAround(placeAt(...centre).direction, radius);
  },
  $polygon: (operand) => {
    const corners = itemsOf(operand).map(corner);
    if (corners.length < 3) throw new NoGeometry('Polygon must have at least 3 points');
    return flatPolygon(corners);
  },
};

/** A point of a shape: unlike a stored one it may hold two numbers and nothing else. */
function corner(value: Value | undefined): Flat {
  const point = flatPoint(value);
  if (value !== undefined && itemsOf(value).length > 2) {
    throw new NoGeometry('Point must only contain two numeric elements');
  }
  return point;
}

function itemsOf(operand: Value): readonly Value[] {
  if (isArray(operand)) return operand;
  return isDocument(operand) ? Object.values(operand) : [];
}

function circleOf(operand: Value): readonly [centre: Flat, radius: number] {
  const [first, second, ...others] = itemsOf(operand);
  const centre = corner(first);
  const radius = isNumber(second) ? toJsNumber(second) : NaN;
  if (!(radius >= 0)) throw new NoGeometry(`Radius must be a non-negative number: ${typeName(second)}`);
  if (others.length > 0) throw new NoGeometry('Only 2 fields allowed for circular region');
  return [centre, radius];
}

function parseGeometry(operator: string, geometry: Value): Area {
  if (!isDocument(geometry)) throw noArea(operator, geometry);
  const { shapes } = readGeoJson(geometry);
  if (operator === '$geoIntersects') return meeting(shapes);
  const polygons = shapes.flatMap((shape) => (shape.is === 'polygon' ? [shape.polygon] : []));
  if (polygons.length === 0) throw noArea(operator, geometry);
  return insideOf(polygons);
}

function noArea(operator: string, geometry: Value): Error {
  const words = operator === '$geoIntersects' ? '$geoIntersect' : '$within';
  return new NoGeometry(`${words} not supported with provided geometry: ${toEjson(geometry)}`);
}
