import type { PersonId, UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { staffOf } from '../member/standing';
import { HEADS } from './scene';

/**
 * Those who answer for a station: of the lowest of its unions that has anybody. The district hears of a station only
 * where the street has nobody to tell. One round trip.
 *
 * @param scope the owner first, then the unions above it
 */
export async function headsOf(scope: readonly UnionId[], now: EpochMs): Promise<PersonId[]> {
  const found = await staffOf(scope, HEADS, now);
  const nearest = scope.find((unionId) => found.some((one) => one.unionId === unionId));
  return [...new Set(found.filter(({ unionId }) => unionId === nearest).map(({ personId }) => personId))];
}
