import type { Value } from './value';
import { isArray, isDocument } from './value';

/** Whether documents and arrays stand in one another more than so many deep. */
export function isDeeperThan(value: Value | undefined, most: number): boolean {
  if (isArray(value)) return most === 0 || value.some((item) => isDeeperThan(item, most - 1));
  return isDocument(value) && (most === 0 || Object.values(value).some((item) => isDeeperThan(item, most - 1)));
}
