import fc from 'fast-check';
import { parseUpdate } from '../update/apply-update';
import { documentFromPlain, toPlain } from '../values/plain';
import { matches } from './matches';
import { parseFilter } from './parse-filter';

/**
 * MongoDB's rules once more, on plain JavaScript values and in the plainest way, to be compared with ours. Values are
 * null, numbers, texts, booleans, arrays and objects whose fields are a, b and c.
 */
type Plain = null | number | string | boolean | readonly Plain[] | PlainObject;
type PlainObject = { readonly [field: string]: Plain };

const isObject = (value: Plain | undefined): value is PlainObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Plain | undefined): value is readonly Plain[] => Array.isArray(value);

const kinds = ['null', 'number', 'string', 'object', 'array', 'boolean'];

function rank(value: Plain | undefined): number {
  if (value === undefined || value === null) return 0;
  return kinds.indexOf(isList(value) ? 'array' : typeof value);
}

function compare(left: Plain | undefined, right: Plain | undefined): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (isList(left) && isList(right)) return compareParts(left.map(named), right.map(named));
  if (isObject(left) && isObject(right)) return compareParts(Object.entries(left), Object.entries(right));
  const [a, b] = [left ?? 0, right ?? 0];
  return a < b ? -1 : a > b ? 1 : 0;
}

const named = (value: Plain): readonly [string, Plain] => ['', value];

function compareParts(
  left: readonly (readonly [string, Plain])[],
  right: readonly (readonly [string, Plain])[],
): number {
  for (const [at, [name, value]] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const byName = name < other[0] ? -1 : name > other[0] ? 1 : 0;
    const difference = rank(value) - rank(other[1]) || byName || compare(value, other[1]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** All that a path of one or two names leads to; the elements of an array at its end, and then the array. */
function reached(document: PlainObject, path: string): readonly (Plain | undefined)[] {
  return ends(document, path.split('.')).flatMap((value) => (isList(value) ? [...value, value] : [value]));
}

/** The same, arrays as wholes. */
function ends(document: PlainObject, [name = '', ...rest]: readonly string[]): readonly (Plain | undefined)[] {
  const value = document[name];
  if (rest.length === 0) return [value];
  if (isObject(value)) return ends(value, rest);
  return isList(value) ? value.filter(isObject).flatMap((item) => ends(item, rest)) : [undefined];
}

type Rule = { readonly operator: string; readonly operand: Plain };

function naiveTest({ operator, operand }: Rule, document: PlainObject, path: string): boolean {
  const values = reached(document, path);
  const sameKind = (value: Plain | undefined): boolean => rank(value) === rank(operand);
  switch (operator) {
    case '$eq':
      return values.some((value) => compare(value, operand) === 0);
    case '$ne':
      return values.every((value) => compare(value, operand) !== 0);
    case '$gt':
      return values.some((value) => sameKind(value) && compare(value, operand) > 0);
    case '$gte':
      return values.some((value) => sameKind(value) && compare(value, operand) >= 0);
    case '$lt':
      return values.some((value) => sameKind(value) && compare(value, operand) < 0);
    case '$lte':
      return values.some((value) => sameKind(value) && compare(value, operand) <= 0);
    case '$in':
      return isList(operand) && operand.some((item) => values.some((value) => compare(value, item) === 0));
    case '$nin':
      return isList(operand) && operand.every((item) => values.every((value) => compare(value, item) !== 0));
    case '$all':
      return (
        isList(operand) &&
        operand.length > 0 &&
        operand.every((item) => values.some((value) => compare(value, item) === 0))
      );
    case '$exists':
      return ends(document, path.split('.')).some((value) => value !== undefined) === operand;
    case '$size':
      return ends(document, path.split('.')).some((value) => isList(value) && value.length === operand);
    case '$type':
      return values.some((value) => value !== undefined && typeOf(value) === operand);
    default:
      throw new Error(operator);
  }
}

function typeOf(value: Plain): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double';
  return isList(value) ? 'array' : typeof value;
}

const scalar: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom<Plain>(null, 0, 1, 2, 1.5, 'x', 'y', '', true, false),
  fc.integer({ min: -2, max: 3 }),
);
const { value: anyPlain } = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 5, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 2, arbitrary: objectOf(tie('value')) },
  ),
}));

function objectOf(value: fc.Arbitrary<Plain>): fc.Arbitrary<PlainObject> {
  return fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { maxKeys: 3, noNullPrototype: true });
}

const anyDocument = fc.oneof(objectOf(anyPlain), objectOf(fc.array(scalar, { maxLength: 4 })));
const anyPath = fc.constantFrom('a', 'b', 'a.b', 'b.a', 'a.a');

const anyRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ operator: fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), operand: anyPlain }),
  fc.record({ operator: fc.constantFrom('$in', '$nin', '$all'), operand: fc.array(anyPlain, { maxLength: 3 }) }),
  fc.record({ operator: fc.constant('$exists'), operand: fc.boolean() }),
  fc.record({ operator: fc.constant('$size'), operand: fc.nat(3) }),
  fc.record({
    operator: fc.constant('$type'),
    operand: fc.constantFrom('null', 'bool', 'int', 'double', 'string', 'array', 'object'),
  }),
);

type Clause = { readonly path: string; readonly rule: Rule; readonly isNot: boolean };

const anyClause: fc.Arbitrary<Clause> = fc.record({ path: anyPath, rule: anyRule, isNot: fc.boolean() });

const clauseHolds = ({ path, rule, isNot }: Clause, document: PlainObject): boolean =>
  naiveTest(rule, document, path) !== isNot;

function filterOf({ path, rule, isNot }: Clause): Record<string, unknown> {
  const test = { [rule.operator]: rule.operand };
  return { [path]: isNot ? { $not: test } : test };
}

const found = (filter: Record<string, unknown>, document: PlainObject): boolean =>
  matches(parseFilter(documentFromPlain(filter)), documentFromPlain(document));

describe('filters and a model of MongoDB', () => {
  it('agree on every operator over any document', () => {
    fc.assert(
      fc.property(anyDocument, anyClause, (document, clause) => {
        expect(found(filterOf(clause), document)).toBe(clauseHolds(clause, document));
      }),
      { numRuns: 6000 },
    );
  });

  it('agree on $and, $or and $nor of them', () => {
    const logic = { $and: 'every', $or: 'some', $nor: 'some' } as const;
    const anyOperator = fc.constantFrom('$and', '$or', '$nor');
    fc.assert(
      fc.property(
        anyDocument,
        anyOperator,
        fc.array(anyClause, { minLength: 1, maxLength: 3 }),
        (document, operator, clauses) => {
          const expected = clauses[logic[operator]]((clause) => clauseHolds(clause, document));
          expect(found({ [operator]: clauses.map(filterOf) }, document)).toBe(expected !== (operator === '$nor'));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('agree on $elemMatch, which one element has to satisfy alone', () => {
    fc.assert(
      fc.property(anyDocument, anyClause, anyClause, (document, one, other) => {
        const filter = { a: { $elemMatch: { $and: [filterOf(one), filterOf(other)] } } };
        const items = isList(document['a']) ? document['a'] : [];
        // An array in an array is taken for an object with its positions for names: it has no a and no b.
        const inside = items.flatMap((item) => (isObject(item) ? [item] : isList(item) ? [{}] : []));
        expect(found(filter, document)).toBe(inside.some((item) => clauseHolds(one, item) && clauseHolds(other, item)));
      }),
      { numRuns: 1500 },
    );
  });
});

const REFUSED = Symbol('refused');

/** The value that an operator makes of a present one; `undefined` is a field that is not there. */
function naiveEdit({ operator, operand }: Rule, present: Plain | undefined): Plain | undefined | typeof REFUSED {
  const list = present === undefined ? [] : present;
  switch (operator) {
    case '$set':
      return operand;
    case '$unset':
      return undefined;
    case '$min':
      return present === undefined || compare(operand, present) < 0 ? operand : present;
    case '$max':
      return present === undefined || compare(operand, present) > 0 ? operand : present;
    case '$inc':
      if (present === undefined) return operand;
      return typeof present === 'number' ? present + Number(operand) : REFUSED;
    case '$mul':
      if (present === undefined) return 0;
      return typeof present === 'number' ? present * Number(operand) + 0 : REFUSED;
    case '$push':
      return isList(list) ? [...list, operand] : REFUSED;
    case '$addToSet':
      if (!isList(list)) return REFUSED;
      return list.some((item) => compare(item, operand) === 0) ? list : [...list, operand];
    case '$pop':
      if (present === undefined || !isList(list)) return present === undefined ? undefined : REFUSED;
      return operand === 1 ? list.slice(0, -1) : list.slice(1);
    case '$pullAll':
      if (present === undefined || !isList(list)) return present === undefined ? undefined : REFUSED;
      return list.filter((item) => !isList(operand) || operand.every((pulled) => compare(item, pulled) !== 0));
    default:
      throw new Error(operator);
  }
}

const makesNothing = new Set(['$unset', '$pop', '$pullAll']);

function naiveUpdate(document: PlainObject, steps: readonly string[], rule: Rule): PlainObject | typeof REFUSED {
  const [name = '', ...rest] = steps;
  const present = document[name];
  const isAbsent = present === undefined && makesNothing.has(rule.operator);
  let next: Plain | undefined | typeof REFUSED;
  if (rest.length === 0) next = naiveEdit(rule, present);
  else if (isAbsent) next = undefined;
  else if (!isObject(present) && present !== undefined) next = rule.operator === '$unset' ? present : REFUSED;
  else next = naiveUpdate(isObject(present) ? present : {}, rest, rule);
  if (next === REFUSED) return REFUSED;
  const others = Object.entries(document).filter(([field]) => field !== name);
  if (next === undefined) return Object.fromEntries(others);
  return { ...document, [name]: next };
}

const anyChange: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({ operator: fc.constantFrom('$set', '$min', '$max', '$push', '$addToSet'), operand: anyPlain }),
  fc.record({ operator: fc.constantFrom('$inc', '$mul'), operand: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ operator: fc.constant('$addToSet'), operand: scalar }),
  fc.record({ operator: fc.constant('$unset'), operand: fc.constant('') }),
  fc.record({ operator: fc.constant('$pop'), operand: fc.constantFrom(1, -1) }),
  fc.record({ operator: fc.constant('$pullAll'), operand: fc.array(scalar, { maxLength: 2 }) }),
);

describe('updates and a model of MongoDB', () => {
  it('agree on every operator over any document, and on what is refused', () => {
    fc.assert(
      fc.property(anyDocument, anyPath, anyChange, (document, path, rule) => {
        const update = documentFromPlain({ [rule.operator]: { [path]: rule.operand } });
        const apply = (): unknown => toPlain(parseUpdate(update)(documentFromPlain(document), false));
        const expected = naiveUpdate(document, path.split('.'), rule);
        if (expected === REFUSED) expect(apply).toThrow();
        else expect(JSON.stringify(apply())).toBe(JSON.stringify(expected));
      }),
      { numRuns: 6000 },
    );
  });
});
