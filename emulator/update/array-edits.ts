import { requestFailed } from '../cloud-error';
import { conditionOnElement } from './pull-condition';
import { compareValues, sameValue } from '../values/order';
import { wholeValueAt } from '../values/paths';
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

export function addToSet(_path: string, operand: Value): Edit {
  const items = addedItems(operand);
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

function addedItems(operand: Value): readonly Value[] {
  if (!isDocument(operand) || fieldNames(operand)[0] !== '$each') return [operand];
  const each = ownField(operand, '$each');
  if (!isArray(each)) {
    throw requestFailed(`The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`);
  }
  if (fieldNames(operand).length === 1) return each;
  throw requestFailed(`Found unexpected fields after $each in $addToSet: ${showValue(operand)}`);
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

const pushClauses: readonly string[] = ['$each', '$position', '$slice', '$sort'];

function pushedItems(path: string, operand: BsonDocument): readonly Value[] | undefined {
  const names = fieldNames(operand);
  const each = ownField(operand, '$each');
  if (each === undefined) {
    // MongoDB 5.0 stores it; there it can only be a modifier that is lost.
    const lost = names.find((name) => pushClauses.includes(name));
    if (lost === undefined) return undefined;
    throw requestFailed(`The dollar ($) prefixed field '${lost}' in '${path}..${lost}' is not valid for storage.`);
  }
  const unknown = names.find((name) => !pushClauses.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in $push: ${unknown}`);
  if (isArray(each)) return each;
  throw requestFailed(`The argument to $each in $push must be an array but it was of type: ${typeName(each)}`);
}

function pushModifiers(path: string, operand: Value) {
  const items = isDocument(operand) ? pushedItems(path, operand) : undefined;
  if (items === undefined || !isDocument(operand)) {
    return { items: [operand], position: undefined, order: undefined, slice: undefined };
  }
  return {
    items,
    slice: wholeNumber('The value for $slice must be an integer value but was given type', operand['$slice']),
    order: elementOrder(ownField(operand, '$sort')),
    position: wholeNumber('The value for $position must be an integer value, not of type', operand['$position']),
  };
}

function wholeNumber(words: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(number) || Math.abs(number) > 2 ** 63) throw requestFailed(`${words}: ${typeName(value)}`);
  return number;
}

function elementOrder(sort: Value | undefined): ((left: Value, right: Value) => number) | undefined {
  if (sort === undefined) return undefined;
  if (isNumber(sort)) {
    const direction = directionOf(sort);
    return (left, right) => direction * compareValues(left, right);
  }
  if (!isDocument(sort))
    throw requestFailed(
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  if (fieldNames(sort).length === 0)
    throw requestFailed('The $sort pattern is empty when it should be a set of fields.');
  const order = fieldsOf(sort).map(([field, direction]) => {
    if (field === '') throw requestFailed('The $sort field cannot be empty');
    if (field.split('.').includes('')) {
      throw requestFailed(`The $sort field is a dotted field but has an empty part: ${field}`);
    }
    return { field, direction: directionOf(direction) };
  });
  // Unlike the order of a query, this one takes an array at the end of a path as a whole.
  const valueOf = (item: Value, field: string): Value | undefined =>
    isDocument(item) ? wholeValueAt(item, field) : undefined;
  return (left, right) => {
    for (const { field, direction } of order) {
      const difference = compareValues(valueOf(left, field), valueOf(right, field));
      if (difference !== 0) return direction * difference;
    }
    return 0;
  };
}

function directionOf(value: Value): 1 | -1 {
  const direction = isNumber(value) ? toJsNumber(value) : 0;
  if (direction !== 1 && direction !== -1) throw requestFailed('The $sort element value must be either 1 or -1');
  return direction;
}
