import type { Value } from '../values/value';
import { kindOf } from '../values/value';

/**
 * Why something is no geometry, in MongoDB's words.
 *
 * A class, because a query passes over a stored value that is no geometry, where an index refuses it: both must tell
 * this from a fault.
 */
export class NoGeometry extends Error {}

/** A type by MongoDB's name for it. */
export function typeName(value: Value | undefined): string {
  const kind = kindOf(value);
  if (kind === 'boolean') return 'bool';
  if (kind !== 'number') return kind;
  const type = (value as { readonly _bsontype: string })._bsontype;
  return type === 'Int32' ? 'int' : type.toLowerCase();
}
