import { requestFailed } from '../cloud-error';
import { parseGeoOperators } from '../geo/parse-geo-query';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, isRegex, toJsNumber } from '../values/value';
import type { Comparison, Condition, Test } from './condition';

/** Reads a MongoDB filter. An operator it does not know is an error that names it, never a filter that lets all through. */
export function parseFilter(filter: BsonDocument): Condition {
  const parts = Object.entries(filter).flatMap(([key, value]) =>
    key.startsWith('$') ? [parseLogic(key, value)] : parseField(key, value),
  );
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { at: 'and', parts };
}

function parseLogic(operator: string, value: Value): Condition {
  if (operator !== '$and' && operator !== '$or' && operator !== '$nor') {
    throw requestFailed(`unknown top level operator: ${operator}`);
  }
  if (!isArray(value) || value.length === 0) throw requestFailed(`${operator} must be a nonempty array`);
  const parts = value.map((part) => {
    if (!isDocument(part)) throw requestFailed(`${operator} entries need to be full objects`);
    return parseFilter(part);
  });
  return { at: operator === '$and' ? 'and' : operator === '$or' ? 'or' : 'nor', parts };
}

function parseField(path: string, value: Value): readonly Condition[] {
  return parseTests(value).map((test) => ({ at: 'field', path, test }));
}

/** `5`, `/a/` or `{$gt: 5, $lt: 9}`: the tests that must all hold of one path. */
export function parseTests(value: Value): readonly Test[] {
  if (isRegex(value)) return [{ is: 'like', pattern: patternOf(value.pattern, value.options) }];
  if (!isOperators(value)) return [{ is: 'equal', value }];
  const geo = parseGeoOperators(value);
  if (geo !== undefined) return [geo];
  const regex = value['$regex'];
  const tests = Object.entries(value)
    .filter(([operator]) => operator !== '$regex' && operator !== '$options')
    .map(([operator, operand]) => parseOperator(operator, operand));
  if (regex === undefined && value['$options'] !== undefined) throw requestFailed('$options needs a $regex');
  return regex === undefined ? tests : [...tests, parseRegexOperator(regex, value['$options'])];
}

/** Whether an object is a set of operators; one that mixes them with plain fields is neither, and refused. */
export function isOperators(value: Value): value is BsonDocument {
  if (!isDocument(value)) return false;
  const names = Object.keys(value);
  const operators = names.filter((name) => name.startsWith('$'));
  if (operators.length > 0 && operators.length < names.length) {
    throw requestFailed(`unknown operator: ${names.find((name) => !name.startsWith('$')) ?? ''}`);
  }
  return operators.length > 0;
}

const comparisons: Readonly<Record<string, Comparison>> = {
  $eq: 'equal',
  $gt: 'above',
  $gte: 'atLeast',
  $lt: 'below',
  $lte: 'atMost',
};

function parseOperator(operator: string, operand: Value): Test {
  const comparison = comparisons[operator];
  if (comparison !== undefined) return parseComparison(comparison, operator, operand);
  switch (operator) {
    case '$ne':
      return { is: 'not', tests: [{ is: 'equal', value: operand }] };
    case '$in':
      return parseOneOf(operator, operand);
    case '$nin':
      return { is: 'not', tests: [parseOneOf(operator, operand)] };
    case '$exists':
      return isTrue(operand) ? { is: 'present' } : { is: 'not', tests: [{ is: 'present' }] };
    case '$size':
      return { is: 'sized', size: wholeNumber(operator, operand) };
    case '$mod':
      return parseRemainder(operand);
    case '$not':
      if (!isRegex(operand) && !isOperators(operand)) throw requestFailed('$not needs a regex or a document');
      return { is: 'not', tests: parseTests(operand) };
    case '$all':
      return parseEvery(operand);
    case '$elemMatch':
      return parseElement(operand);
    default:
      throw requestFailed(`unknown operator: ${operator}`);
  }
}

function parseComparison(is: Comparison, operator: string, value: Value): Test {
  if (isRegex(value) && is !== 'equal') throw requestFailed(`Can't have RegEx as arg to ${operator}`);
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

function parseRemainder(operand: Value): Test {
  if (!isArray(operand) || operand.length !== 2) throw requestFailed('malformed mod, needs two numbers');
  const [divisor, remainder] = operand.map((item) => Math.trunc(isNumber(item) ? toJsNumber(item) : NaN));
  if (divisor === undefined || remainder === undefined || !Number.isFinite(divisor) || !Number.isFinite(remainder)) {
    throw requestFailed('malformed mod, needs two numbers');
  }
  if (divisor === 0) throw requestFailed('divisor cannot be 0');
  return { is: 'remainder', divisor, remainder };
}

function parseEvery(operand: Value): Test {
  if (!isArray(operand)) throw requestFailed('$all needs an array');
  return {
    is: 'every',
    tests: operand.map((item): Test => {
      if (isRegex(item)) return { is: 'like', pattern: patternOf(item.pattern, item.options) };
      if (!isOperators(item)) return { is: 'equal', value: item };
      const inner = item['$elemMatch'];
      if (inner === undefined || Object.keys(item).length > 1) throw requestFailed('no $ expressions in $all');
      return parseElement(inner);
    }),
  };
}

function parseElement(operand: Value): Test {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object');
  const names = Object.keys(operand);
  const isLogic = names.every((name) => name === '$and' || name === '$or' || name === '$nor');
  if (names.length > 0 && !isLogic && isOperators(operand)) return { is: 'elementValue', tests: parseTests(operand) };
  return { is: 'element', condition: parseFilter(operand) };
}

function parseRegexOperator(regex: Value, options: Value | undefined): Test {
  if (options !== undefined && typeof options !== 'string') throw requestFailed('$options has to be a string');
  if (isRegex(regex)) return { is: 'like', pattern: patternOf(regex.pattern, options ?? regex.options) };
  if (typeof regex !== 'string') throw requestFailed('$regex has to be a string');
  return { is: 'like', pattern: patternOf(regex, options ?? '') };
}

function patternOf(pattern: string, options: string): RegExp {
  // g, y and u say how JavaScript walks a text; they change nothing about whether it matches.
  const flags = [...new Set(options)].filter((option) => !'gyu'.includes(option));
  const unknown = flags.find((flag) => !'ims'.includes(flag));
  if (unknown !== undefined) throw requestFailed(`the regex option '${unknown}' is not supported by the emulator`);
  try {
    return new RegExp(pattern, flags.join(''));
  } catch {
    throw requestFailed('Regular expression is invalid');
  }
}

function wholeNumber(operator: string, value: Value): number {
  const number = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(number) || number < 0) throw requestFailed(`${operator} needs a non-negative whole number`);
  return number;
}

function isTrue(value: Value): boolean {
  return isNumber(value) ? toJsNumber(value) !== 0 : value !== false && value !== null;
}
