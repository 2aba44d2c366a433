import { requestFailed } from '../cloud-error';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField } from '../values/value';
import { NoGeometry } from './geo-error';
import type { Place } from './position';
import { flatPoint, placeAt, placeFromPosition } from './position';

const otherTypes = ['LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection'];

/** The place that a stored value says, or why it says none. */
export function readStored(value: Value | undefined): Place {
  if (isDocument(value) && !isNumber(Object.values(value)[0])) return readGeoJson(value);
  return placeAt(...flatPoint(value));
}

/** The place of a stored value for a query, which passes over what is none. */
export function placeIn(value: Value | undefined): Place | undefined {
  if (!isDocument(value) && !isArray(value)) return undefined;
  try {
    return readStored(value);
  } catch (error) {
    if (error instanceof NoGeometry) return undefined;
    throw error;
  }
}

/**
 * The places under which a 2dsphere index files a document: none if the field is missing, null or empty.
 *
 * Something else that is no geometry is refused, so a wrong point never gets into the database in silence.
 */
export function placesAt(document: BsonDocument, field: string): readonly Place[] {
  const values = valuesAt(document, field).flatMap(({ value }) => (value === undefined ? [] : [value]));
  const [only] = values;
  if (values.length === 1 && only !== undefined && isNothing(only)) return [];
  try {
    return values.map(readStored);
  } catch (error) {
    if (!(error instanceof NoGeometry)) throw error;
    // MongoDB shows the whole document here; it may hold personal data, so ours names only the field.
    throw requestFailed(`Can't extract geo keys: field '${field}'  ${error.message}`);
  }
}

/** A GeoJSON point; other geometries are real but not imitated, and refused by name. */
export function readGeoJson(value: BsonDocument): Place {
  const type = ownField(value, 'type');
  if (typeof type === 'string' && otherTypes.includes(type)) {
    throw requestFailed(`a stored geometry of type '${type}' is not supported by the emulator, only Point is`);
  }
  if (type !== 'Point') throw new NoGeometry(`unknown GeoJSON type: ${JSON.stringify(type ?? null)}`);
  requireKnownCrs(value);
  return placeFromPosition(ownField(value, 'coordinates'));
}

/** The two names of longitude and latitude that GeoJSON allows, which change nothing. */
export function requireKnownCrs(geometry: BsonDocument): void {
  const crs = ownField(geometry, 'crs');
  if (crs === undefined) return;
  const properties = isDocument(crs) ? ownField(crs, 'properties') : undefined;
  const name = isDocument(properties) ? ownField(properties, 'name') : undefined;
  if (name === 'urn:x-mongodb:crs:strictwinding:EPSG:4326') {
    throw requestFailed(`the CRS '${name}' is not supported by the emulator`);
  }
  if (name !== 'EPSG:4326' && name !== 'urn:ogc:def:crs:OGC:1.3:CRS84') {
    throw new NoGeometry(`Unknown CRS name: ${typeof name === 'string' ? name : 'none'}`);
  }
}

function isNothing(value: Value): boolean {
  return value === null || (isArray(value) && value.length === 0) || (isDocument(value) && isEmpty(value));
}

function isEmpty(document: BsonDocument): boolean {
  return Object.keys(document).length === 0;
}
