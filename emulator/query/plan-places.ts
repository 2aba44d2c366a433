import type { Area } from '../geo/area';
import type { Near } from '../geo/near';
import type { Collection } from '../store/schema';
import type { Sphere } from '../store/spheres';
import { boundsByField } from './bounds';
import type { Condition } from './condition';
import { conjuncts } from './condition';
import type { IndexAccess } from './plan';
import { nearOf } from './near-test';

/** By distance from a point. */
export type NearAccess = {
  readonly via: 'near';
  readonly sphere: Sphere;
  readonly near: Near;
  /** Whatever is near enough matches: no need to look at it. */
  readonly exact: boolean;
};

/** All that may lie in an area; `instead` where another index could serve the query, should it hold less. */
export type AreaAccess = {
  readonly via: 'area';
  readonly sphere: Sphere;
  readonly area: Area;
  readonly instead: IndexAccess | undefined;
};

/** A 2dsphere index that `$near` can be answered from, if there is one. */
export function nearAccess(collection: Collection, condition: Condition): NearAccess | undefined {
  const wanted = nearOf(condition);
  // What is near on the flat map only a flat index could tell, which the cloud does not have either.
  if (wanted?.near.flat !== undefined || wanted === undefined) return undefined;
  const sphere = sphereOf(collection, condition, wanted.path);
  if (sphere === undefined) return undefined;
  // A document of several places may have one that is too near.
  const exact = condition.at === 'field' && condition.test.is === 'near' && wanted.near.leastM === 0;
  return { via: 'near', sphere, near: wanted.near, exact };
}

export function areaAccess(
  collection: Collection,
  condition: Condition,
  instead: IndexAccess | undefined,
): AreaAccess | undefined {
  for (const part of conjuncts(condition)) {
    if (part.at !== 'field' || part.test.is !== 'placed' || part.test.area.boxes.length === 0) continue;
    const sphere = sphereOf(collection, condition, part.path);
    if (sphere !== undefined) return { via: 'area', sphere, area: part.test.area, instead };
  }
  return undefined;
}

// An index that begins with another field serves only filters that say something about that field, as in MongoDB.
function sphereOf(collection: Collection, condition: Condition, path: string): Sphere | undefined {
  const bounded = boundsByField(condition);
  for (const { keys, spheres } of collection.indexes) {
    const first = keys[0]?.[0];
    const sphere = spheres.find(({ field }) => field === path);
    if (sphere !== undefined && first !== undefined && (first === path || bounded.has(first))) return sphere;
  }
  return undefined;
}
