import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import type { Expression } from './expression';
import { parseExpression } from './expression';

/** The operands of an operator that takes a certain number of them; one may stand without its array. */
export function operandsOf(operand: Value, operator: string, count: number): readonly Expression[] {
  const items = isArray(operand) ? operand : [operand];
  if (items.length !== count) {
    throw requestFailed(`Expression ${operator} takes exactly ${count} arguments. ${items.length} were passed in.`);
  }
  return items.map(parseExpression);
}

/** The operand of an operator that takes one, with or without an array around it. */
export function oneOperand(operand: Value, operator: string): Expression {
  const [only = nothing] = operandsOf(operand, operator, 1);
  return only;
}

/** The two operands of an operator that takes two. */
export function twoOperands(operand: Value, operator: string): readonly [Expression, Expression] {
  const [first = nothing, second = nothing] = operandsOf(operand, operator, 2);
  return [first, second];
}

/** The operands of an operator of which the last ones may be left out. */
export function operandsBetween(operand: Value, operator: string, least: number, most: number): readonly Expression[] {
  const items = isArray(operand) ? operand : [operand];
  if (items.length < least || items.length > most) {
    throw requestFailed(
      `Expression ${operator} takes at least ${least} arguments, and at most ${most}, but ${items.length} were passed in.`,
    );
  }
  return items.map(parseExpression);
}

const nothing: Expression = () => undefined;

/** The operands of an operator that takes any number of them. */
export function allOperands(operand: Value): readonly Expression[] {
  return (isArray(operand) ? operand : [operand]).map(parseExpression);
}

/** How MongoDB words what is wrong with operands that go by name; the older operators and the newer differ. */
export type Wording = {
  readonly notAnObject: (operator: string, type: string) => string;
  readonly unknown: (operator: string, name: string) => string;
  readonly missing: (operator: string, name: string) => string;
};

const elder: Wording = {
  notAnObject: (operator) => `${operator} only supports an object as its argument`,
  unknown: (operator, name) => `Unrecognized parameter to ${operator}: ${name}`,
  missing: (operator, name) => `Missing '${name}' parameter to ${operator}`,
};

export const newer: Wording = {
  notAnObject: (operator, type) => `${operator} requires an object as an argument, found: ${type}`,
  unknown: (operator, name) => `${operator} found an unknown argument: ${name}`,
  missing: (operator, name) => `${operator} requires '${name}' to be specified`,
};

/** What an operator's names stand for, unread; a name it does not know is refused, and one it needs and has not. */
export function namedValues<Required extends string, Optional extends string = never>(
  operand: Value,
  operator: string,
  names: { readonly required: readonly Required[]; readonly optional?: readonly Optional[] },
  wording: Wording = elder,
): Readonly<Record<Required, Value> & Partial<Record<Optional, Value>>> {
  if (!isDocument(operand)) throw requestFailed(wording.notAnObject(operator, typeName(operand)));
  const known: readonly string[] = [...names.required, ...(names.optional ?? [])];
  const strange = Object.keys(operand).find((name) => !known.includes(name));
  if (strange !== undefined) throw requestFailed(wording.unknown(operator, strange));
  const absent = names.required.find((name) => !Object.hasOwn(operand, name));
  if (absent !== undefined) throw requestFailed(wording.missing(operator, absent));
  return operand as Readonly<Record<Required, Value> & Partial<Record<Optional, Value>>>;
}

/** The operands of an operator that takes them by name. */
export function namedOperands<Name extends string>(
  operand: Value,
  operator: string,
  names: { readonly required: readonly Name[]; readonly optional?: readonly Name[] },
): Readonly<Partial<Record<Name, Expression>>> {
  const values: Readonly<Partial<Record<string, Value>>> = namedValues(operand, operator, names);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, parseExpression(value ?? null)]),
  ) as Readonly<Partial<Record<Name, Expression>>>;
}
