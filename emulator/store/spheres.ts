import type { Box } from '../geo/box';
import type { Place } from '../geo/position';
import type { Extent } from '../geo/stored';
import type { IndexDirection } from '../options';
import type { Sqlite } from './sqlite';

/** One 2dsphere field of an index: the places of all documents in an R-Tree of its own. */
export type Sphere = { readonly table: string; readonly field: string };

/** A shape as a document is filed under it: a point's place, or of anything larger that something is there. */
export type Spot = { readonly entry: number; readonly row: number; readonly place: Place | undefined };

// The tree rounds its boxes outwards to seven digits; what is exact of a point is kept beside them, as bytes.
const COLUMNS = 'entry, x0, x1, y0, y1, z0, z1, +place BLOB';

// Entries are numbered by row and by place within the row, so that a document finds its own again.
const MOST_PLACES = 4096;

export function spheresOf(
  index: number,
  keys: readonly (readonly [field: string, direction: IndexDirection])[],
): readonly Sphere[] {
  return keys.flatMap(([field, direction], at) =>
    direction === '2dsphere' ? [{ table: `sphere_${index}_${at}`, field }] : [],
  );
}

/** Makes the tables of a new index. Corners in space, not degrees: there are no poles and no date line. */
export function makeSpheres(sqlite: Sqlite, spheres: readonly Sphere[]): void {
  for (const { table } of spheres) sqlite.exec(`CREATE VIRTUAL TABLE ${table} USING rtree(${COLUMNS})`);
}

export function dropSpheres(sqlite: Sqlite, index: number): void {
  const tables = sqlite.all(
    "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%' AND name GLOB ?",
    `sphere_${index}_*`,
  );
  for (const { name } of tables) sqlite.exec(`DROP TABLE ${String(name)}`);
}

export function addPlaces(sqlite: Sqlite, { table }: Sphere, row: number, places: readonly Extent[]): void {
  if (places.length > MOST_PLACES) throw new Error(`a document with more than ${MOST_PLACES} places in one field`);
  for (const [at, { box, place }] of places.entries()) {
    const [[x0, y0, z0], [x1, y1, z1]] = [box.low, box.high];
    sqlite.run(
      `INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[row * MOST_PLACES + at, x0, x1, y0, y1, z0, z1],
      place === undefined ? null : bytesOf(place),
    );
  }
}

export function removePlaces(sqlite: Sqlite, { table }: Sphere, row: number, count: number): void {
  for (let at = 0; at < count; at += 1) sqlite.run(`DELETE FROM ${table} WHERE entry = ?`, row * MOST_PLACES + at);
}

/** What may lie in some boxes, in no order. A spot just outside may be among them: the tree rounds outwards. */
export function spotsIn(sqlite: Sqlite, { table }: Sphere, boxes: readonly Box[]): readonly Spot[] {
  // One statement for all boxes, and one row for all spots: to hand one over costs more than to find it.
  const inBox = `SELECT entry, place FROM ${table}
    WHERE x1 >= ? AND x0 <= ? AND y1 >= ? AND y0 <= ? AND z1 >= ? AND z0 <= ?`;
  const bounds = boxes.flatMap(({ low, high }) => [low[0], high[0], low[1], high[1], low[2], high[2]]);
  const found = sqlite.first(
    `SELECT group_concat(entry) AS entries, group_concat(hex(place)) AS places
     FROM (${boxes.map(() => inBox).join(' UNION ALL ')})`,
    ...bounds,
  );
  if (typeof found?.['entries'] !== 'string') return [];
  const places = String(found['places']).split(',');
  return found['entries'].split(',').map((text, at) => {
    const entry = Number(text);
    return { entry, row: Math.floor(entry / MOST_PLACES), place: placeFrom(places[at] ?? '') };
  });
}

/** Direction, longitude and latitude of a place, to the last bit. */
function bytesOf({ direction, longitude, latitude }: Place): Buffer {
  const bytes = Buffer.alloc(PLACE_BYTES);
  for (const [at, number] of [...direction, longitude, latitude].entries()) bytes.writeDoubleLE(number, 8 * at);
  return bytes;
}

/** @param hex empty where something larger than a point is filed */
function placeFrom(hex: string): Place | undefined {
  if (hex === '') return undefined;
  const bytes = Buffer.from(hex, 'hex');
  const [x, y, z] = [bytes.readDoubleLE(0), bytes.readDoubleLE(8), bytes.readDoubleLE(16)];
  return { direction: [x, y, z], longitude: bytes.readDoubleLE(24), latitude: bytes.readDoubleLE(32) };
}

const PLACE_BYTES = 40;
