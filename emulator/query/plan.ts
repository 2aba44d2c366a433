import type { Collection, Index } from '../store/schema';
import { afterPrefix, inverted } from '../values/order';
import type { FieldBounds, Interval } from './bounds';
import { boundsByField, byteRange, narrowest } from './bounds';
import type { Condition } from './condition';
import { conjuncts } from './condition';
import { saysItAll } from './says-it-all';
import type { AreaAccess, NearAccess } from './plan-places';
import { areaAccess, nearAccess } from './plan-places';

export type Order = readonly (readonly [field: string, direction: 1 | -1])[];

export type ByteRange = { readonly low: Buffer; readonly high: Buffer };

/** How a query reaches its documents. */
export type Access =
  | { readonly via: 'everything' }
  | { readonly via: 'union'; readonly parts: readonly (IndexAccess | AreaAccess)[] }
  | IndexAccess
  | NearAccess
  | AreaAccess;

export type IndexAccess = {
  readonly via: 'index';
  readonly index: Index;
  readonly ranges: readonly ByteRange[];
  readonly backwards: boolean;
  /** So many leading fields are each given, as one value in each range. */
  readonly equalities: number;
  /** The filter narrows the ranges; otherwise the index only gives the order. */
  readonly bounded: boolean;
  /** Each range comes in the wanted order. */
  readonly ordered: boolean;
  /** The ranges hold exactly the documents that match: no need to look at them. */
  readonly exact: boolean;
};

/** Documents are filed under their `_id` without being asked. */
export const idIndex: Index = { id: 0, name: '_id_', keys: [['_id', 1]], unique: true, multikey: 0, spheres: [] };

const MOST_RANGES = 1000;

/** The best way to a query's documents: equalities first, then a range, then an order that saves sorting. */
export function planAccess(collection: Collection, condition: Condition, order: Order): Access {
  const near = nearAccess(collection, condition);
  if (near !== undefined) return near;
  const best = bestIndex(collection, condition, order);
  const bounded = best?.bounded === true ? best : undefined;
  const area = areaAccess(collection, condition, bounded);
  return area ?? bounded ?? unionOfBranches(collection, condition) ?? best ?? { via: 'everything' };
}

function bestIndex(collection: Collection, condition: Condition, order: Order): IndexAccess | undefined {
  const fields = boundsByField(condition);
  let best: Candidate | undefined;
  for (const index of [idIndex, ...collection.indexes]) {
    const candidate = weigh(index, fields, order);
    if (candidate.worth > (best?.worth ?? 0)) best = candidate;
  }
  return best === undefined ? undefined : accessBy(best, fields, condition);
}

function unionOfBranches(collection: Collection, condition: Condition): Access | undefined {
  for (const part of conjuncts(condition)) {
    if (part.at !== 'or') continue;
    const parts = part.parts.flatMap((branch) => boundedAccess(collection, branch) ?? []);
    if (parts.length === part.parts.length) return { via: 'union', parts };
  }
  return undefined;
}

function boundedAccess(collection: Collection, branch: Condition): IndexAccess | AreaAccess | undefined {
  const best = bestIndex(collection, branch, []);
  if (best?.bounded === true) return { ...best, exact: false };
  return areaAccess(collection, branch, undefined);
}

/** What an index could do for a query. */
type Candidate = {
  readonly index: Index;
  readonly worth: number;
  readonly heads: Heads;
  /** What the field behind those that are given is bounded by. */
  readonly interval: Interval | undefined;
  /** In which direction it gives the order; 1 where nothing is asked for, undefined where it does not. */
  readonly direction: 1 | -1 | undefined;
  readonly ordered: boolean;
};

function weigh(index: Index, fields: ReadonlyMap<string, FieldBounds>, order: Order): Candidate {
  const heads = headsOf(index, fields);
  const { equalities, fixed } = heads;
  const interval = intervalBehind(index, equalities, fields);
  const direction = comesOnceEach(index, equalities, order)
    ? orderDirection(index, equalities, fixed, order)
    : undefined;
  const ordered = order.length > 0 && direction !== undefined;
  const whole = index.unique && equalities === index.keys.length;
  const worth = (whole ? 100 : 0) + equalities * 4 + (interval === undefined ? 0 : 2) + (ordered ? 3 : 0);
  return { index, worth, heads, interval, direction, ordered };
}

function intervalBehind(
  index: Index,
  equalities: number,
  fields: ReadonlyMap<string, FieldBounds>,
): Interval | undefined {
  const next = index.keys[equalities];
  if (next === undefined || next[1] === '2dsphere' || sharesArray(index, equalities)) return undefined;
  const intervals = fields.get(next[0])?.intervals ?? [];
  // Two bounds may be met by two values of one array, so only one of them can be used there.
  return isMultikeyAt(index, equalities) ? intervals[0] : narrowest(intervals);
}

function accessBy(
  { index, heads: { points, equalities }, interval, direction, ordered }: Candidate,
  fields: ReadonlyMap<string, FieldBounds>,
  condition: Condition,
): IndexAccess {
  const heads = points.reduce<readonly Buffer[]>(
    (joined, codes) => joined.flatMap((head) => codes.map((code) => Buffer.concat([head, code]))),
    [Buffer.alloc(0)],
  );
  const turn = index.keys[equalities]?.[1] === -1 ? -1 : 1;
  return {
    via: 'index',
    index,
    ranges: heads.map((head) =>
      interval === undefined ? { low: head, high: afterPrefix(head) } : byteRange(head, interval, turn),
    ),
    backwards: direction === -1,
    equalities,
    bounded: equalities > 0 || interval !== undefined,
    ordered,
    exact: saysItAll(index, condition, fields, { equalities, usesInterval: interval !== undefined }),
  };
}

const isMultikeyAt = (index: Index, place: number): boolean => (index.multikey & (1 << place)) !== 0;

/**
 * Whether a field of an index may have its values in one array with a field before it. An entry holds what one element
 * has for both, but a filter on both may be met by two elements: only the first narrows the range.
 */
function sharesArray(index: Index, place: number): boolean {
  const own = index.keys[place]?.[0].split('.')[0];
  const isShared = ([field]: Index['keys'][number], at: number): boolean =>
    at < place && isMultikeyAt(index, at) && field.split('.')[0] === own;
  return isMultikeyAt(index, place) && index.keys.some(isShared);
}

/**
 * Whether a document has one entry in a range at most, and that entry says where it is sorted: each range pins every
 * array in the index to one of its values, and none is sorted by (an array is sorted by its end, not by the value asked
 * for). Of several values each has a range of its own.
 */
const comesOnceEach = (index: Index, equalities: number, order: Order): boolean =>
  index.keys.every(
    ([field], place) =>
      !isMultikeyAt(index, place) || (place < equalities && order.every(([sorted]) => sorted !== field)),
  );

/** The leading fields that the filter pins down: their codes, how many they are, and which have a single one. */
type Heads = {
  readonly points: readonly (readonly Buffer[])[];
  readonly equalities: number;
  readonly fixed: ReadonlySet<string>;
};

function headsOf(index: Index, fields: ReadonlyMap<string, FieldBounds>): Heads {
  const heads: (readonly Buffer[])[] = [];
  const fixed = new Set<string>();
  let ranges = 1;
  for (const [field, direction] of index.keys) {
    const points = fewest(fields.get(field)?.points ?? []);
    if (points === undefined || direction === '2dsphere' || ranges * points.length > MOST_RANGES) break;
    if (sharesArray(index, heads.length)) break;
    ranges *= points.length;
    heads.push(direction === 1 ? points : points.map(inverted));
    if (points.length === 1) fixed.add(field);
  }
  return { points: heads, equalities: heads.length, fixed };
}

const fewest = (lists: readonly (readonly Buffer[])[]): readonly Buffer[] | undefined =>
  lists.reduce<readonly Buffer[] | undefined>(
    (least, next) => (least === undefined || next.length < least.length ? next : least),
    undefined,
  );

/** 1 or -1 when reading the index forwards or backwards gives the order asked for. */
function orderDirection(
  index: Index,
  equalities: number,
  fixed: ReadonlySet<string>,
  order: Order,
): 1 | -1 | undefined {
  let direction: 1 | -1 | undefined;
  let at = equalities;
  for (const [field, wanted] of order) {
    if (fixed.has(field)) continue;
    const key = index.keys[at];
    if (key === undefined || key[0] !== field || key[1] === '2dsphere') return undefined;
    const turn = key[1] === wanted ? 1 : -1;
    if (direction !== undefined && direction !== turn) return undefined;
    direction = turn;
    at += 1;
  }
  return direction ?? 1;
}
