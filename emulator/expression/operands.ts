import { requestFailed } from '../cloud-error';
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

/** The operands of an operator that takes any number of them. */
export function allOperands(operand: Value): readonly Expression[] {
  return (isArray(operand) ? operand : [operand]).map(parseExpression);
}

/** The operands of an operator that takes them by name; a name it does not know is refused. */
export function namedOperands<Name extends string>(
  operand: Value,
  operator: string,
  names: { readonly required: readonly Name[]; readonly optional?: readonly Name[] },
): Readonly<Partial<Record<Name, Expression>>> {
  if (!isDocument(operand)) throw requestFailed(`${operator} only supports an object as its argument`);
  const known: readonly string[] = [...names.required, ...(names.optional ?? [])];
  for (const name of Object.keys(operand)) {
    if (!known.includes(name)) throw requestFailed(`Unrecognized parameter to ${operator}: ${name}`);
  }
  for (const name of names.required) {
    if (!Object.hasOwn(operand, name)) throw requestFailed(`Missing '${name}' parameter to ${operator}`);
  }
  return Object.fromEntries(Object.entries(operand).map(([name, value]) => [name, parseExpression(value)])) as Readonly<
    Partial<Record<Name, Expression>>
  >;
}
