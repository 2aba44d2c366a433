import { requestFailed } from '../cloud-error';
import { conditionOnElement } from './pull-condition';
import { sortKey } from '../store/index-keys';
import { compareValues, sameValue } from '../values/order';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, kindOf, ownField, toJsNumber } from '../values/value';
import type { Edit } from './edit-path';

/** `$push`, with `$each`, `$position`, `$sort` and `$slice` applied in that order. */
export function push(path: string, operand: Value): Edit {
  const { items, position, order, slice } = pushModifiers(operand);
  return (present) => {
    const array = arrayOr(present, path, '$push') ?? [];
    const at = position === undefined ? array.length : position < 0 ? Math.max(array.length + position, 0) : position;
    const joined = [...array.slice(0, at), ...items, ...array.slice(at)];
    const sorted = order === undefined ? joined : joined.sort(order);
    if (slice === undefined) return sorted;
    return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  };
}

export function addToSet(path: string, operand: Value): Edit {
  const each = eachOf('$addToSet', operand, ['$each']);
  const items = each ?? [operand];
  return (present) => {
    const array = arrayOr(present, path, '$addToSet') ?? [];
    return items.reduce<readonly Value[]>(
      (set, item) => (set.some((known) => sameValue(known, item)) ? set : [...set, item]),
      array,
    );
  };
}

export function pop(path: string, operand: Value): Edit {
  const end = isNumber(operand) ? toJsNumber(operand) : NaN;
  if (end !== 1 && end !== -1) throw requestFailed('$pop expects 1 or -1');
  return (present) => {
    const array = arrayOr(present, path, '$pop');
    return end === 1 ? array?.slice(0, -1) : array?.slice(1);
  };
}

export function pull(path: string, operand: Value): Edit {
  const isPulled = conditionOnElement(operand);
  return (present) => arrayOr(present, path, '$pull')?.filter((item) => !isPulled(item));
}

export function pullAll(path: string, operand: Value): Edit {
  if (!isArray(operand)) throw requestFailed('$pullAll requires an array argument');
  return (present) =>
    arrayOr(present, path, '$pullAll')?.filter((item) => !operand.some((pulled) => sameValue(pulled, item)));
}

function arrayOr(present: Value | undefined, path: string, operator: string): readonly Value[] | undefined {
  if (present === undefined || isArray(present)) return present;
  throw requestFailed(`The field '${path}' must be an array but is of type ${kindOf(present)} (${operator})`);
}

function eachOf(operator: string, operand: Value, known: readonly string[]): readonly Value[] | undefined {
  if (!isDocument(operand) || !Object.keys(operand).some((name) => name.startsWith('$'))) return undefined;
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`Unrecognized clause in ${operator}: ${unknown}`);
  const each = ownField(operand, '$each');
  if (!isArray(each)) throw requestFailed(`The argument to $each in ${operator} must be an array`);
  return each;
}

function pushModifiers(operand: Value) {
  const items = eachOf('$push', operand, ['$each', '$position', '$slice', '$sort']);
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
  if (value === undefined || value === null) return undefined;
  const number = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(number)) throw requestFailed(`The value for ${name} must be an integer value`);
  return number;
}

function elementOrder(sort: Value | undefined): ((left: Value, right: Value) => number) | undefined {
  if (sort === undefined || sort === null) return undefined;
  if (isNumber(sort)) {
    const direction = directionOf(sort);
    return (left, right) => direction * compareValues(left, right);
  }
  if (!isDocument(sort))
    throw requestFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const order = Object.entries(sort).map(([field, direction]) => [field, directionOf(direction)] as const);
  const keyOf = (value: Value): Buffer => sortKey(isDocument(value) ? value : emptyDocument, order);
  return (left, right) => Buffer.compare(keyOf(left), keyOf(right));
}

const emptyDocument: BsonDocument = {};

function directionOf(value: Value): 1 | -1 {
  const direction = isNumber(value) ? toJsNumber(value) : 0;
  if (direction !== 1 && direction !== -1) throw requestFailed('The $sort element value must be either 1 or -1');
  return direction;
}
