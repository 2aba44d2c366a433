import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import { NoGeometry } from './geo-error';
import { parseLine } from './line';
import { parsePolygon, parsePolygonByWinding } from './polygon';
import { placeFromPosition, placesFromPositions } from './position';
import type { Geometry, Shape } from './shape';
import { pointShape } from './shape';
import { typeName } from '../values/type-names';

/** A GeoJSON object as what it covers. */
export type GeoJson = {
  readonly type: string;
  readonly shapes: Geometry;
  /** Drawn counterclockwise around its inside, be that more than half of the earth. Only queries may use such. */
  readonly isByWinding: boolean;
};

/** Reads any of GeoJSON's seven geometries, refused where MongoDB refuses them. */
export function readGeoJson(value: BsonDocument): GeoJson {
  const type = ownField(value, 'type');
  if (typeof type !== 'string' || !Object.hasOwn(readers, type)) {
    throw new NoGeometry(`unknown GeoJSON type: ${JSON.stringify(type ?? null)}`);
  }
  const isByWinding = crsOf(value) === STRICT_WINDING;
  if (isByWinding && type !== 'Polygon') {
    throw new NoGeometry('Strict winding order is only supported by polygon');
  }
  if (type === 'GeometryCollection') return { type, shapes: readCollection(value), isByWinding };
  const coordinates = ownField(value, 'coordinates');
  if (isByWinding) {
    return { type, shapes: [{ is: 'polygon', polygon: parsePolygonByWinding(coordinates) }], isByWinding };
  }
  return { type, shapes: readers[type]?.(coordinates) ?? [], isByWinding };
}

const line = (coordinates: Value | undefined): Shape => ({ is: 'line', line: parseLine(coordinates) });
const polygon = (coordinates: Value | undefined): Shape => ({ is: 'polygon', polygon: parsePolygon(coordinates) });

const severalOf =
  (type: string, read: (coordinates: Value) => Shape) =>
  (coordinates: Value | undefined): Geometry => {
    if (!isArray(coordinates)) throw new NoGeometry(`${type} coordinates must be an array`);
    requireSome(type, coordinates);
    return coordinates.map(read);
  };

const readers: Readonly<Record<string, (coordinates: Value | undefined) => Geometry>> = {
  Point: (coordinates) => [pointShape(placeFromPosition(coordinates))],
  LineString: (coordinates) => [line(coordinates)],
  Polygon: (coordinates) => [polygon(coordinates)],
  MultiPoint: (coordinates) => {
    const places = placesFromPositions(coordinates);
    requireSome('MultiPoint', places);
    return places.map(pointShape);
  },
  MultiLineString: severalOf('MultiLineString', line),
  MultiPolygon: severalOf('MultiPolygon', polygon),
  GeometryCollection: () => [],
};

function requireSome(type: string, items: readonly unknown[]): void {
  if (items.length === 0) throw new NoGeometry(`${type} coordinates must have at least 1 element`);
}

function readCollection(value: BsonDocument): Geometry {
  const parts = ownField(value, 'geometries');
  if (!isArray(parts)) {
    throw new NoGeometry(`GeometryCollection geometries must be an array, instead got type ${typeName(parts)}`);
  }
  if (parts.length === 0) throw new NoGeometry('GeometryCollection geometries must have at least 1 element');
  return parts.flatMap((part, at) => {
    if (!isDocument(part)) throw new NoGeometry(`Element ${at} of "geometries" is not an object`);
    const { type, shapes, isByWinding } = readGeoJson(part);
    if (type === 'GeometryCollection' || isByWinding) {
      throw new NoGeometry(`GeometryCollections cannot hold ${isByWinding ? 'strict winding' : 'other collections'}`);
    }
    return shapes;
  });
}

const STRICT_WINDING = 'urn:x-mongodb:crs:strictwinding:EPSG:4326';

/** The names of longitude and latitude that GeoJSON allows change nothing; MongoDB's own says where the inside is. */
function crsOf(geometry: BsonDocument): string | undefined {
  const crs = ownField(geometry, 'crs');
  if (crs === undefined) return undefined;
  if (!isDocument(crs)) throw new NoGeometry('GeoJSON CRS must be an object');
  if (ownField(crs, 'type') !== 'name') throw new NoGeometry('GeoJSON CRS must have field "type": "name"');
  const properties = ownField(crs, 'properties');
  if (!isDocument(properties)) throw new NoGeometry('CRS must have field "properties" which is an object');
  const name = ownField(properties, 'name');
  if (typeof name !== 'string') throw new NoGeometry('In CRS, "properties.name" must be a string');
  if (name !== 'EPSG:4326' && name !== 'urn:ogc:def:crs:OGC:1.3:CRS84' && name !== STRICT_WINDING) {
    throw new NoGeometry(`Unknown CRS name: ${name}`);
  }
  return name;
}
