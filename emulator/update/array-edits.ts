import { requestFailed } from '../cloud-error';
import { conditionOnElement } from './pull-condition';
import { sortKey } from '../store/index-keys';
import { compareValues, sameValue } from '../values/order';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, ownField, toJsNumber } from '../values/value';
import { fieldNames, fieldsOf } from '../values/fields';
import { showField, showValue } from '../values/show-value';
import { typeName } from '../values/type-names';
import type { Edit } from './edit-path';
import { documentId, fieldOf } from './edit-path';

/** `$push`, with `$each`, `$position`, `$sort` and `$slice` applied in that order. */
export function push(path: string, operand: Value): Edit {
  const { items, position, order, slice } = pushModifiers(path, operand);
  return (present, site) => {
    const array =
      arrayOr(
        present,
        (type) => `The field '${site.path}' must be an array but is of type ${type} in document ${documentId(site)}`,
      ) ?? [];
    const at = position === undefined ? array.length : position < 0 ? Math.max(array.length + position, 0) : position;
    const joined = [...array.slice(0, at), ...items, ...array.slice(at)];
    const sorted = order === undefined ? joined : joined.sort(order);
    if (slice === undefined) return sorted;
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  };
}

export function addToSet(path: string, operand: Value): Edit {
  const each = eachOf('$addToSet', path, operand, ['$each']);
  const items = each ?? [operand];
  return (present, site) => {
    const array =
      arrayOr(
        present,
        (type) =>
          `Cannot apply $addToSet to non-array field. Field named '${fieldOf(site)}' has non-array type ${type}`,
      ) ?? [];
    return items.reduce<readonly Value[]>(
      (set, item) => (set.some((known) => sameValue(known, item)) ? set : [...set, item]),
      array,
    );
  };
}

export function pop(path: string, operand: Value): Edit {
  if (!isNumber(operand)) throw requestFailed(`Expected a number in: ${showField(path, operand)}`);
  const end = toJsNumber(operand);
  if (end !== 1 && end !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${showValue(operand)}`);
  return (present, site) => {
    const array = arrayOr(present, (type) => `Path '${site.path}' contains an element of non-array type '${type}'`);
    return end === 1 ? array?.slice(0, -1) : array?.slice(1);
  };
}

export function pull(_path: string, operand: Value): Edit {
  const isPulled = conditionOnElement(operand);
  return (present) => arrayOr(present, notAnArray)?.filter((item) => !isPulled(item));
}

export function pullAll(_path: string, operand: Value): Edit {
  if (!isArray(operand)) {
    throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  }
  return (present) =>
    arrayOr(present, notAnArray)?.filter((item) => !operand.some((pulled) => sameValue(pulled, item)));
}

const notAnArray = (): string => 'Cannot apply $pull to a non-array value';

function arrayOr(present: Value | undefined, words: (type: string) => string): readonly Value[] | undefined {
  if (present === undefined || isArray(present)) return present;
  throw requestFailed(words(typeName(present)));
}

function eachOf(
  operator: string,
  path: string,
  operand: Value,
  known: readonly string[],
): readonly Value[] | undefined {
  const names = isDocument(operand) ? fieldNames(operand) : [];
  if (!isDocument(operand) || !names.some((name) => name.startsWith('$'))) return undefined;
  const [first = ''] = names;
  if (!names.includes('$each')) {
    throw requestFailed(`The dollar ($) prefixed field '${first}' in '${path}..${first}' is not valid for storage.`);
  }
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in ${operator}: ${unknown}`);
  const each = ownField(operand, '$each');
  if (!isArray(each)) {
    throw requestFailed(`The argument to $each in ${operator} must be an array but it was of type: ${typeName(each)}`);
  }
  return each;
}

function pushModifiers(path: string, operand: Value) {
  const items = eachOf('$push', path, operand, ['$each', '$position', '$slice', '$sort']);
  if (items === undefined || !isDocument(operand)) {
    return { items: [operand], position: undefined, order: undefined, slice: undefined };
  }
  return {
    items,
    position: wholeNumber('$position', ownField(operand, '$position')),
    order: elementOrder(ownField(operand, '$sort')),
    slice: wholeNumber('$slice', ownField(operand, '$slice')),
  };
}

function wholeNumber(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(number)) {
    throw requestFailed(`The value for ${name} must be an integer value but was given type: ${typeName(value)}`);
  }
  return number;
}

function elementOrder(sort: Value | undefined): ((left: Value, right: Value) => number) | undefined {
  if (sort === undefined) return undefined;
  if (isNumber(sort)) {
    const direction = directionOf(sort);
    return (left, right) => direction * compareValues(left, right);
  }
  if (!isDocument(sort))
    throw requestFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  if (fieldNames(sort).length === 0)
    throw requestFailed('The $sort pattern is empty when it should be a set of fields.');
  const order = fieldsOf(sort).map(([field, direction]) => [field, directionOf(direction)] as const);
  const keyOf = (value: Value): Buffer => sortKey(isDocument(value) ? value : emptyDocument, order);
  return (left, right) => Buffer.compare(keyOf(left), keyOf(right));
}

const emptyDocument: BsonDocument = {};

function directionOf(value: Value): 1 | -1 {
  const direction = isNumber(value) ? toJsNumber(value) : 0;
  if (direction !== 1 && direction !== -1) throw requestFailed('The $sort element value must be either 1 or -1');
  return direction;
}
