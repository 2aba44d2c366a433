import { requestFailed } from '../cloud-error';
import { toEjson } from '../values/ejson';
import { documentOf, fieldNames, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { withinRoom } from '../work';
import { checkDefined } from './defined-names';
import { checkFieldName, fieldAt, stepsOf } from './field-path';
import { foldable, foldingConstants, varies } from './folding';
import { isUnfolded, operatorNamed } from './operators';
import { currentVariables } from './variables';

/** What an expression is evaluated in: the variables by name, without their dollars; `ROOT` and `CURRENT` among them. */
export type Scope = Readonly<Record<string, Value | undefined>>;

/** An expression, read once. `undefined` is MongoDB's missing: a field that is not there, and is not written either. */
export type Expression = (scope: Scope) => Value | undefined;

/** Reads the operand of one operator, `{$add: operand}`; it refuses there what MongoDB refuses before it sees a document. */
export type Operator = (operand: Value, operator: string) => Expression;

/**
 * Reads an aggregation expression. An operator it does not know is an error that names it, never a null, and so is a
 * variable that nothing around the expression defines; `definingNames` reads one that may use others than the system's.
 */
export function parseExpression(value: Value): Expression {
  if (typeof value === 'string' && value.startsWith('$')) return parsePath(value);
  if (typeof value === 'string') withinRoom(value);
  if (!isArray(value) && !isDocument(value)) return () => value;
  return foldingConstants(() => foldable(() => parseWhole(value)));
}

function parseWhole(value: readonly Value[] | BsonDocument): Expression {
  if (isArray(value)) {
    const items = value.map(parseExpression);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  const [first] = fieldNames(value);
  return first?.startsWith('$') === true ? parseOperation(value, first) : parseFields(value);
}

/** What an expression is evaluated in when a document is all there is. */
export function scopeOf(document: BsonDocument, variables: Scope = currentVariables()): Scope {
  return { ...variables, ROOT: document, CURRENT: document };
}

function parsePath(text: string): Expression {
  varies();
  if (!text.startsWith('$$')) {
    if (text === '$') throw requestFailed("'$' by itself is not a valid FieldPath");
    const steps = stepsOf(text.slice(1));
    return ({ CURRENT }) => fieldAt(CURRENT, steps);
  }
  const [name = '', ...rest] = text.slice(2).split('.');
  checkDefined(name);
  const steps = rest.length === 0 ? [] : stepsOf(rest.join('.'));
  if (name === 'REMOVE') return () => undefined;
  return (scope) => {
    if (!Object.hasOwn(scope, name)) throw requestFailed(`Builtin variable '$$${name}' is not available`);
    return fieldAt(scope[name], steps);
  };
}

function parseOperation(value: BsonDocument, operator: string): Expression {
  if (Object.keys(value).length !== 1) {
    throw requestFailed(`An object representing an expression must have exactly one field: ${toEjson(value)}`);
  }
  const parse = operatorNamed(operator);
  if (parse === undefined) throw requestFailed(`Unrecognized expression '${operator}'`);
  if (isUnfolded(operator)) varies();
  return parse(value[operator] ?? null, operator);
}

function parseFields(document: BsonDocument): Expression {
  const fields = fieldsOf(document).map(([field, value]) => {
    checkFieldName(field);
    return [field, parseExpression(value)] as const;
  });
  return (scope) => {
    const made: (readonly [string, Value])[] = [];
    for (const [field, expression] of fields) {
      const value = expression(scope);
      if (value !== undefined) made.push([field, value]);
    }
    return documentOf(made);
  };
}
