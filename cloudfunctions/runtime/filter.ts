/**
 * A filter in words of our own, so that a forgotten value is refused instead of widening the filter: the SDK drops
 * keys whose value is undefined, and an update would then reach everybody.
 */
export type Scalar = string | number | boolean | null;
export type Condition =
  | Scalar
  | { readonly in: readonly Scalar[] }
  | { readonly not: Scalar }
  /** Whether the field is there at all. */
  | { readonly exists: boolean }
  /** An array that holds each of them. */
  | { readonly all: readonly [Scalar, ...Scalar[]] }
  /** Points nearest first, at most so many metres away. Needs a 2dsphere index, and no order beside it. */
  | { readonly nearestTo: Position; readonly withinM: number }
  /** Points in a box of degrees, edges along meridians and parallels. Needs a 2dsphere index. */
  | { readonly inBox: { readonly west: number; readonly south: number; readonly east: number; readonly north: number } }
  | { readonly from?: number | string; readonly before?: number | string; readonly upTo?: number | string };
/** GeoJSON's order: longitude before latitude. */
export type Position = readonly [longitude: number, latitude: number];
export type Filter = { readonly [path: string]: Condition };

/** What a single update may do. A value in `set` replaces what was there, whole objects included. */
export type Change = {
  readonly set?: { readonly [path: string]: unknown };
  readonly increase?: { readonly [path: string]: number };
  readonly append?: { readonly [path: string]: readonly unknown[] };
  readonly remove?: readonly string[];
};

/** The commands of the SDK that filters and changes are written with. */
export type Commands = {
  in(values: readonly unknown[]): unknown;
  neq(value: unknown): unknown;
  exists(value: boolean): unknown;
  all(values: readonly unknown[]): unknown;
  geoNear(wish: { geometry: unknown; maxDistance: number }): unknown;
  geoWithin(wish: { geometry: unknown }): unknown;
  gte(value: unknown): Conjunction;
  lt(value: unknown): Conjunction;
  lte(value: unknown): Conjunction;
  set(value: unknown): unknown;
  inc(by: number): unknown;
  push(values: readonly unknown[]): unknown;
  remove(): unknown;
};
/** Makers of GeoJSON in the SDK's own classes. */
export type Shapes = {
  point(position: Position): unknown;
  polygon(ring: readonly Position[]): unknown;
};
type Conjunction = { and(other: unknown): Conjunction };

export function asQuery(filter: Filter, command: Commands, shapes: Shapes): Record<string, unknown> {
  const entries = Object.entries(filter);
  if (entries.length === 0) throw new Error('A filter must name at least one field.');
  return Object.fromEntries(entries.map(([path, condition]) => [path, asCondition(path, condition, command, shapes)]));
}

function asCondition(path: string, condition: Condition | undefined, command: Commands, shapes: Shapes): unknown {
  if (condition === undefined) throw new Error(`The filter on ${path} has no value.`);
  if (condition === null || typeof condition !== 'object') return condition;
  if ('in' in condition) {
    if (condition.in.length === 0) throw new Error(`The filter on ${path} names no value.`);
    condition.in.forEach((value) => refuseUndefined(path, value));
    // One value asked for by equality lets the index give the order as well.
    return condition.in.length === 1 ? condition.in[0] : command.in(condition.in);
  }
  if ('not' in condition) {
    refuseUndefined(path, condition.not);
    return command.neq(condition.not);
  }
  if ('exists' in condition) return command.exists(condition.exists);
  if ('all' in condition) {
    refuseUndefined(path, condition.all);
    return command.all(condition.all);
  }
  if ('nearestTo' in condition)
    return command.geoNear({ geometry: shapes.point(condition.nearestTo), maxDistance: condition.withinM });
  if ('inBox' in condition) return command.geoWithin({ geometry: shapes.polygon(ringAround(condition.inBox)) });
  refuseUndefined(path, condition); // One bound forgotten beside another would leave that side open.
  const bounds = [
    condition.from === undefined ? null : command.gte(condition.from),
    condition.before === undefined ? null : command.lt(condition.before),
    condition.upTo === undefined ? null : command.lte(condition.upTo),
  ].filter((bound) => bound !== null);
  const [first, ...others] = bounds;
  if (first === undefined) throw new Error(`The filter on ${path} has no bound.`);
  return others.reduce<Conjunction>((all, bound) => all.and(bound), first);
}

export function asUpdate(change: Change, command: Commands): Record<string, unknown> {
  const update = Object.fromEntries([
    ...Object.entries(change.set ?? {}).map(([path, value]) => {
      refuseUndefined(path, value);
      return [path, command.set(value)] as const;
    }),
    ...Object.entries(change.increase ?? {}).map(([path, by]) => {
      refuseUndefined(path, by);
      return [path, command.inc(by)] as const;
    }),
    ...Object.entries(change.append ?? {}).map(([path, values]) => {
      refuseUndefined(path, values);
      return [path, command.push(values)] as const;
    }),
    ...(change.remove ?? []).map((path) => [path, command.remove()] as const),
  ]);
  if (Object.keys(update).length === 0) throw new Error('A change must change something.');
  return update;
}

/** Undefined anywhere inside a value would vanish on the way to the database. */
export function refuseUndefined(path: string, value: unknown): void {
  if (value === undefined) throw new Error(`${path} has no value.`);
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) refuseUndefined(`${path}.${key}`, inner);
}

/** Steps along the northern and southern edge, degrees. */
const EDGE_STEP = 0.5;

/**
 * A box as a ring, anticlockwise. The database joins corners by great circles, which leave the parallel: the edges are
 * walked in short steps, where the two are closer than a street is wide.
 */
function ringAround({ west, south, east, north }: { west: number; south: number; east: number; north: number }) {
  const steps = Math.max(1, Math.ceil((east - west) / EDGE_STEP));
  const along = Array.from({ length: steps + 1 }, (_, step) => west + ((east - west) * step) / steps);
  const southern = along.map((longitude): Position => [longitude, south]);
  const northern = along.map((longitude): Position => [longitude, north]).reverse();
  const start: Position = [west, south];
  return [...southern, ...northern, start];
}
