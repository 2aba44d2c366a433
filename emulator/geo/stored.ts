import { requestFailed } from '../cloud-error';
import type { Found } from '../values/paths';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber } from '../values/value';
import type { Box } from './box';
import { boxOf } from './box';
import { NoGeometry } from './geo-error';
import { readGeoJson } from './geo-json';
import type { Place } from './position';
import { flatPoint, placeAt } from './position';
import type { Geometry } from './shape';
import { boxOfShape, pointShape } from './shape';

/** What a stored value covers, or why it is no geometry. */
export function readStored(value: Value | undefined): Geometry {
  if (!isDocument(value) || isNumber(Object.values(value)[0])) return [pointShape(placeAt(...flatPoint(value)))];
  const { shapes, isByWinding } = readGeoJson(value);
  if (isByWinding) throw new NoGeometry("can't project geometry into spherical CRS: it is drawn by strict winding");
  return shapes;
}

/** What a stored value covers for a query, which passes over what is no geometry. */
export function geometryIn(value: Value | undefined): Geometry | undefined {
  if (!isDocument(value) && !isArray(value)) return undefined;
  try {
    return readStored(value);
  } catch (error) {
    if (error instanceof NoGeometry) return undefined;
    throw error;
  }
}

/** A geometry, and the value that says it. */
export type FoundGeometry = { readonly value: Value; readonly geometry: Geometry };

/** The geometries among what a path leads to. An array may be two numbers, which are one place, or a list of places. */
export function geometriesIn(found: readonly Found[]): readonly FoundGeometry[] {
  return found.flatMap(({ value, isWhole }) => {
    const whole = read(value);
    if (whole.length > 0) return whole;
    return !isWhole && isArray(value) ? value.flatMap(read) : [];
  });
}

/** The pairs of numbers among what a path leads to that are no places on the globe. */
export function pairsBeyond(found: readonly Found[]): readonly (readonly [x: number, y: number])[] {
  return found.flatMap(({ value, isWhole }) => {
    const whole = beyond(value);
    if (whole !== undefined) return [whole];
    return !isWhole && isArray(value) ? value.map(beyond).filter((pair) => pair !== undefined) : [];
  });
}

function beyond(value: Value | undefined): readonly [x: number, y: number] | undefined {
  const [first] = isArray(value) ? value : isDocument(value) ? Object.values(value) : [];
  if (!isNumber(first)) return undefined;
  try {
    const [x, y] = flatPoint(value);
    return Math.abs(x) > 180 || Math.abs(y) > 90 ? [x, y] : undefined;
  } catch (error) {
    if (error instanceof NoGeometry) return undefined;
    throw error;
  }
}

function read(value: Value | undefined): readonly FoundGeometry[] {
  const geometry = geometryIn(value);
  return geometry === undefined || value === undefined ? [] : [{ value, geometry }];
}

// What is made of more parts than this is filed as one.
const MOST_EXTENTS = 4096;

/** What an index files of a shape: where it is; for all but a point no more than a box around it. */
export type Extent = { readonly box: Box; readonly place: Place | undefined };

/**
 * The extents under which a 2dsphere index files a document: none if the field is missing, null or empty.
 *
 * Something else that is no geometry is refused, so a wrong point never gets into the database in silence.
 */
export function extentsAt(document: BsonDocument, field: string): readonly Extent[] {
  const values = valuesAt(document, field).flatMap(({ value }) => (value === undefined ? [] : [value]));
  const [only] = values;
  if (values.length === 1 && only !== undefined && isNothing(only)) return [];
  try {
    const extents = values.flatMap(readStored).map((shape) => ({
      box: boxOfShape(shape),
      place: shape.is === 'point' ? shape.place : undefined,
    }));
    return extents.length > MOST_EXTENTS ? [{ box: boxOf(extents.map(({ box }) => box)), place: undefined }] : extents;
  } catch (error) {
    if (!(error instanceof NoGeometry)) throw error;
    // MongoDB shows the whole document here; it may hold personal data, so ours names only the field.
    throw requestFailed(`Can't extract geo keys: field '${field}'  ${error.message}`);
  }
}

/** Whether an index would file both alike. */
export function sameExtents(left: readonly Extent[], right: readonly Extent[]): boolean {
  return left.length === right.length && left.every((extent, at) => keyOf(extent) === keyOf(right[at]));
}

function keyOf(extent: Extent | undefined): string {
  const { box, place } = extent ?? {};
  return [...(box?.low ?? []), ...(box?.high ?? []), place?.longitude, place?.latitude].join();
}

function isNothing(value: Value): boolean {
  return value === null || (isArray(value) && value.length === 0) || (isDocument(value) && isEmpty(value));
}

function isEmpty(document: BsonDocument): boolean {
  return Object.keys(document).length === 0;
}
