import { requestFailed } from '../cloud-error';
import { parseGeoOperators } from '../geo/parse-geo-query';
import { fieldNames, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, isRegex, ownField, toJsNumber } from '../values/value';
import { isBitOperator, parseBits } from './bits';
import type { Comparison, Test } from './condition';
import { parseElementFilter } from './parse-filter';
import { parseTypes } from './parse-types';
import { parseRegexOperator, patternOf } from './pattern';
import { nonNegativeInt } from './non-negative-int';
import { parseRemainder } from './remainder';

/** `5`, `/a/` or `{$gt: 5, $lt: 9}`: the tests that must all hold of one path. */
export function parseFieldTests(path: string, value: Value): readonly Test[] {
  if (isRegex(value)) return [{ is: 'like', pattern: patternOf(value.pattern, value.options) }];
  if (!isOperators(value)) return [{ is: 'equal', value }];
  const geo = parseGeoOperators(value);
  if (geo !== undefined) return [geo];
  const regex = ownField(value, '$regex');
  const options = ownField(value, '$options');
  if (regex === undefined && options !== undefined) throw requestFailed('$options needs a $regex');
  const tests = fieldsOf(value)
    .filter(([operator]) => operator !== '$regex' && operator !== '$options')
    .map(([operator, operand]) => parseOperator(path, operator, operand));
  return regex === undefined ? tests : [...tests, { is: 'like', pattern: parseRegexOperator(regex, options) }];
}

/** Whether an object is a set of operators. As in MongoDB its first field decides; a whole reference is a value. */
export function isOperators(value: Value): value is BsonDocument {
  return beginsWithDollar(value) && !(Object.hasOwn(value, '$ref') && Object.hasOwn(value, '$id'));
}

function beginsWithDollar(value: Value): value is BsonDocument {
  return isDocument(value) && fieldNames(value)[0]?.startsWith('$') === true;
}

/** Whether `$elemMatch` asks elements themselves, `{$gt: 5}`, or the fields of elements. */
export function isElementValue(operand: BsonDocument): boolean {
  const [first = ''] = fieldNames(operand);
  return isOperators(operand) && !aboutDocuments.has(first);
}

const aboutDocuments = new Set(
  '$and $or $nor $expr $where $text $jsonSchema $comment $sampleRate $ref $id $db'.split(' '),
);

const comparisons: Readonly<Record<string, Comparison>> = {
  $eq: 'equal',
  $gt: 'above',
  $gte: 'atLeast',
  $lt: 'below',
  $lte: 'atMost',
};

function parseOperator(path: string, operator: string, operand: Value): Test {
  const comparison = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
  if (comparison !== undefined) return parseComparison(path, comparison, operand);
  if (isBitOperator(operator)) return { is: 'bits', bits: parseBits(operator, operand, path) };
  switch (operator) {
    case '$ne':
      if (isRegex(operand)) throw requestFailed("Can't have regex as arg to $ne.");
      return { is: 'not', tests: [{ is: 'equal', value: operand }] };
    case '$in':
      return parseOneOf(operator, operand);
    case '$nin':
      return { is: 'not', tests: [parseOneOf(operator, operand)] };
    case '$exists':
      return isWanted(operand) ? { is: 'present' } : { is: 'not', tests: [{ is: 'present' }] };
    case '$type':
      return { is: 'typed', types: parseTypes(operand, path) };
    case '$size':
      return { is: 'sized', size: sizeOf(operand) };
    case '$mod':
      return { is: 'remainder', ...parseRemainder(operand) };
    case '$not':
      return parseNot(path, operand);
    case '$all':
      return parseEvery(operand);
    case '$elemMatch':
      return parseElement(path, operand);
    default:
      throw requestFailed(`unknown operator: ${operator}`);
  }
}

function parseComparison(path: string, is: Comparison, value: Value): Test {
  if (isRegex(value) && is !== 'equal') {
    throw requestFailed(`Can't have RegEx as arg to predicate over field '${path}'.`);
  }
  return { is, value };
}

function parseOneOf(operator: string, operand: Value): Test {
  if (!isArray(operand)) throw requestFailed(`${operator} needs an array`);
  for (const item of operand) if (isOperators(item)) throw requestFailed(`cannot nest $ under ${operator}`);
  return {
    is: 'oneOf',
    values: operand.filter((item) => !isRegex(item)),
    patterns: operand.filter(isRegex).map((item) => patternOf(item.pattern, item.options)),
  };
}

function parseNot(path: string, operand: Value): Test {
  if (isRegex(operand)) return { is: 'not', tests: parseFieldTests(path, operand) };
  if (!isDocument(operand)) throw requestFailed('$not needs a regex or a document');
  const [first] = fieldNames(operand);
  if (first === undefined) throw requestFailed('$not cannot be empty');
  if (!isOperators(operand)) throw requestFailed(`unknown operator: ${first}`);
  return { is: 'not', tests: parseFieldTests(path, operand) };
}

function parseEvery(operand: Value): Test {
  if (!isArray(operand)) throw requestFailed('$all needs an array');
  const isOfElements = isDocument(operand[0] ?? null) && ownField(operand[0] as BsonDocument, '$elemMatch');
  return {
    is: 'every',
    tests: operand.map((item): Test => {
      if (isOfElements !== undefined && isOfElements !== false) {
        const inner = isDocument(item) ? ownField(item, '$elemMatch') : undefined;
        if (inner === undefined) throw requestFailed('$all/$elemMatch has to be consistent');
        return parseElement('', inner);
      }
      if (isRegex(item)) return { is: 'like', pattern: patternOf(item.pattern, item.options) };
      if (isOperators(item)) throw requestFailed('no $ expressions in $all');
      return { is: 'equal', value: item };
    }),
  };
}

function parseElement(path: string, operand: Value): Test {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  if (isElementValue(operand)) return { is: 'elementValue', tests: parseFieldTests(path, operand) };
  return { is: 'element', condition: parseElementFilter(operand) };
}

function sizeOf(value: Value): number {
  return nonNegativeInt('$size', value, 'Failed to parse $size. ');
}

function isWanted(value: Value): boolean {
  return isNumber(value) ? toJsNumber(value) !== 0 : value !== false && value !== null;
}
