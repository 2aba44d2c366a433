import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { shown } from './text-operand';

/**
 * One field for `$arrayToObject`: `['name', value]` or `{k: 'name', v: value}`.
 *
 * @param isListed whether the first of them was an array, and so all have to be
 */
export function pairOf(item: Value, isListed: boolean): readonly [field: string, value: Value] {
  if (!isArray(item) && !isDocument(item)) {
    throw requestFailed(`Unrecognised input type format for $arrayToObject: ${typeName(item)}`);
  }
  if (isArray(item) !== isListed) {
    const first = isListed ? 'Array' : 'Object';
    throw requestFailed(
      '$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. ' +
        `${first} was detected, now found: ${typeName(item)}`,
    );
  }
  return isArray(item) ? ofArray(item) : ofObject(item);
}

function ofArray(item: readonly Value[]): readonly [string, Value] {
  const [key = null, value = null] = item;
  if (item.length !== 2) {
    throw requestFailed(`$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`);
  }
  if (typeof key !== 'string') {
    throw requestFailed(
      '$arrayToObject requires an array of key-value pairs, where the key must be of type string. ' +
        `Found key type: ${typeName(key)}`,
    );
  }
  return [checked(key), value];
}

function ofObject(item: { readonly [field: string]: Value }): readonly [string, Value] {
  const count = Object.keys(item).length;
  if (count !== 2) {
    throw requestFailed(
      `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`,
    );
  }
  const { k: key, v: value } = item;
  if (key === undefined || value === undefined) {
    throw requestFailed(
      `$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${shown(item)}`,
    );
  }
  if (typeof key !== 'string') {
    throw requestFailed(
      "$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. " +
        `Found type: ${typeName(key)}`,
    );
  }
  return [checked(key), value];
}

// Neither can be stored: a zero byte ends a name, and the other is not a field to JavaScript.
function checked(key: string): string {
  if (key.includes('\0')) throw requestFailed('Key field cannot contain an embedded null byte');
  if (key === '__proto__') throw requestFailed("the field name '__proto__' is refused");
  return key;
}
