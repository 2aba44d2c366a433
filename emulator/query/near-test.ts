import { requestFailed } from '../cloud-error';
import type { Near } from '../geo/near';
import { nearestM } from '../geo/near';
import { parseStored } from '../values/ejson';
import { geometriesFound } from './matches';
import type { Condition, Test } from './condition';

export type NearTest = { readonly path: string; readonly near: Near };

/** What a query is to be nearest to, if anything; it gives the order too, so it must hold of the whole query. */
export function nearOf(condition: Condition): NearTest | undefined {
  const [only, ...others] = nearTests(condition, true);
  if (only === undefined) return undefined;
  if (others.length > 0) throw requestFailed('Too many geoNear expressions');
  if (!only.isTop) throw requestFailed('geo $near must be top-level expr');
  return only;
}

/** Sorts rows that match by how far off they are; equals keep the order in which they came. */
export function sortByDistance<Row extends { readonly text: string }>(
  rows: readonly Row[],
  { path, near }: NearTest,
): readonly Row[] {
  return rows
    .map((row) => ({ row, metres: nearestM(near, geometriesFound(parseStored(row.text), path)) ?? Infinity }))
    .sort((left, right) => left.metres - right.metres)
    .map(({ row }) => row);
}

/** For counting and for `$pull`, where there is no order. */
export function refuseNear(condition: Condition): void {
  if (nearTests(condition, true).length === 0) return;
  throw requestFailed(
    '$geoNear, $near, and $nearSphere are not allowed in this context, as these operators require sorting geospatial data. If you do not need sort, consider using $geoWithin instead.',
  );
}

type Placed = NearTest & { readonly isTop: boolean };

function nearTests(condition: Condition, isTop: boolean): readonly Placed[] {
  if (condition.at === 'document') return [];
  if (condition.at === 'field') return nearIn(condition.test, condition.path, isTop);
  return condition.parts.flatMap((part) => nearTests(part, isTop && condition.at === 'and'));
}

function nearIn(test: Test, path: string, isTop: boolean): readonly Placed[] {
  switch (test.is) {
    case 'near':
      return [{ path, near: test.near, isTop }];
    case 'element':
      return nearTests(test.condition, false);
    case 'elementValue':
    case 'every':
    case 'not':
      return test.tests.flatMap((inner) => nearIn(inner, path, false));
    default:
      return [];
  }
}
