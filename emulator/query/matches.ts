import { nearestM } from '../geo/near';
import type { Geometry } from '../geo/shape';
import { geometriesIn, pairsBeyond } from '../geo/stored';
import { bitsHold } from './bits';
import { isLike } from './pattern';
import { remainderIs } from './remainder';
import { kindKey, orderKey, sameValue } from '../values/order';
import { documentOf } from '../values/fields';
import type { Found } from '../values/paths';
import { valuesAt } from '../values/paths';
import type { BsonDocument, Value } from '../values/value';
import type { TypeName } from '../values/type-names';
import { typeName } from '../values/type-names';
import { isArray, isDocument, isNotANumber, kindOf } from '../values/value';
import type { Comparison, Condition, Test } from './condition';

export function matches(condition: Condition, document: BsonDocument): boolean {
  switch (condition.at) {
    case 'and':
      return condition.parts.every((part) => matches(part, document));
    case 'or':
      return condition.parts.some((part) => matches(part, document));
    case 'nor':
      return !condition.parts.some((part) => matches(part, document));
    case 'field':
      return holds(condition.test, valuesAt(document, condition.path));
    case 'document':
      return condition.holds(document);
  }
}

/** The geometries that a path leads to. */
export function geometriesFound(document: BsonDocument, path: string): readonly Geometry[] {
  return geometriesIn(valuesAt(document, path)).map(({ geometry }) => geometry);
}

/** Whether an element, taken as a value by itself, satisfies tests; `$pull` removes those which do. */
export function valueHolds(tests: readonly Test[], value: Value): boolean {
  return tests.every((test) => holds(test, [{ value, isWhole: false }]));
}

/** Whether an element is a document that matches. An array in an array is one with its positions for names. */
export function elementMatches(condition: Condition, item: Value): boolean {
  if (isDocument(item)) return matches(condition, item);
  return isArray(item) && matches(condition, documentOf(item.map((value, at) => [String(at), value])));
}

export function wholeHolds(tests: readonly Test[], value: Value): boolean {
  return tests.every((test) => holds(test, [{ value, isWhole: true }]));
}

export function holds(test: Test, found: readonly Found[]): boolean {
  switch (test.is) {
    case 'equal':
      return found.some((one) => isOrHolds(one, test.value));
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return anyOrElement(found, comparison(test.is, test.value));
    case 'oneOf': {
      const isListed = membershipIn(test.values);
      return anyOrElement(found, (value) => isListed(value) || test.patterns.some((each) => isLike(each, value)));
    }
    case 'like':
      return anyOrElement(found, (value) => isLike(test.pattern, value));
    case 'present':
      return found.some(({ value }) => value !== undefined);
    case 'typed':
      return anyOrElement(found, (value) => test.types.has(typeName(value) as TypeName));
    case 'bits':
      return anyOrElement(found, (value) => bitsHold(test.bits, value));
    case 'sized':
      return found.some(({ value }) => isArray(value) && value.length === test.size);
    case 'remainder':
      return anyOrElement(found, (value) => remainderIs(value, test));
    case 'near':
      return (
        nearestM(
          test.near,
          geometriesIn(found).map(({ geometry }) => geometry),
        ) !== undefined
      );
    case 'placed':
      return (
        geometriesIn(found).some(({ geometry }) => test.area.holds(geometry)) ||
        (test.area.holdsPair !== undefined && pairsBeyond(found).some((pair) => test.area.holdsPair?.(...pair)))
      );
    case 'element':
      return found.some(({ value }) => isArray(value) && value.some((item) => elementMatches(test.condition, item)));
    case 'elementValue':
      return found.some(({ value }) => isArray(value) && value.some((item) => wholeHolds(test.tests, item)));
    case 'every':
      return test.tests.length > 0 && test.tests.every((each) => holds(each, found));
    case 'not':
      return !test.tests.every((each) => holds(each, found));
  }
}

/** From so many on, a list is looked up in and not gone through: `$all` may ask for each of thousands. */
const LONG = 32;

/** The codes of the elements of long lists, as long as the lists live. */
const codesOfLists = new WeakMap<readonly Value[], ReadonlySet<string>>();

const codeOf = (value: Value | undefined): string => orderKey(value).toString('latin1');

function codesOf(list: readonly Value[]): ReadonlySet<string> {
  const known = codesOfLists.get(list) ?? new Set(list.map(codeOf));
  codesOfLists.set(list, known);
  return known;
}

function membershipIn(list: readonly Value[]): (value: Value | undefined) => boolean {
  if (list.length < LONG) return (value) => list.some((listed) => sameValue(value, listed));
  const codes = codesOf(list);
  return (value) => codes.has(codeOf(value));
}

/** How often a list was asked for an element: its codes are worth making for many asks only. */
const asks = new WeakMap<readonly Value[], number>();

function isElement(list: readonly Value[], wanted: Value): boolean {
  const asked = list.length < LONG ? 0 : (asks.get(list) ?? 0);
  if (asked >= LONG) return codesOf(list).has(codeOf(wanted));
  if (list.length >= LONG) asks.set(list, asked + 1);
  return list.some((item) => sameValue(item, wanted));
}

function isOrHolds({ value, isWhole }: Found, wanted: Value): boolean {
  return sameValue(value, wanted) || (!isWhole && isArray(value) && isElement(value, wanted));
}

// An array is tried whole, then element by element.
function anyOrElement(found: readonly Found[], test: (value: Value | undefined) => boolean): boolean {
  return found.some(({ value, isWhole }) => test(value) || (!isWhole && isArray(value) && value.some(test)));
}

/** Comparisons see only values of the same kind: `$lt: 5` never holds of a string, of null or of nothing. */
function comparison(is: Exclude<Comparison, 'equal'>, operand: Value): (value: Value | undefined) => boolean {
  const operandKind = kindOf(operand);
  if (operandKind === 'minKey' || operandKind === 'maxKey') return beyondAll(is, operandKind);
  const kind = kindKey(operandKind);
  const key = orderKey(operand);
  return (value) => {
    if (!kindKey(kindOf(value)).equals(kind) || isNotANumber(value) !== isNotANumber(operand)) return false;
    const difference = Buffer.compare(orderKey(value), key);
    switch (is) {
      case 'above':
        return difference > 0;
      case 'atLeast':
        return difference >= 0;
      case 'below':
        return difference < 0;
      case 'atMost':
        return difference <= 0;
    }
  };
}

// The only two that are compared with values of other kinds, and with nothing too.
function beyondAll(
  is: Exclude<Comparison, 'equal'>,
  operand: 'minKey' | 'maxKey',
): (value: Value | undefined) => boolean {
  const takesItself = is === 'atLeast' || is === 'atMost';
  const takesOthers = operand === 'minKey' ? is === 'above' || is === 'atLeast' : is === 'below' || is === 'atMost';
  return (value) => (kindOf(value) === operand ? takesItself : takesOthers);
}
