import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isDocument } from '../values/value';
import type { Expression } from './expression';
import { parseExpression } from './expression';

/** How an operator words what is wrong with its arguments; MongoDB's operators each have their own way to say it. */
export type Wording = {
  readonly notAnObject: (type: string) => string;
  readonly unknown: (name: string) => string;
  readonly missing: (name: string) => string;
};

export type Arguments<Required extends string, Optional extends string> = Readonly<Record<Required, Expression>> &
  Readonly<Partial<Record<Optional, Expression>>>;

/** Reads `{input: …, chars: …}`: arguments by name, all required ones there and no strange one among them. */
export function namedArguments<Required extends string, Optional extends string = never>(
  operand: Value,
  names: { readonly required: readonly Required[]; readonly optional?: readonly Optional[] },
  wording: Wording,
): Arguments<Required, Optional> {
  if (!isDocument(operand)) throw requestFailed(wording.notAnObject(typeName(operand)));
  const known: readonly string[] = [...names.required, ...(names.optional ?? [])];
  const strange = Object.keys(operand).find((name) => !known.includes(name));
  if (strange !== undefined) throw requestFailed(wording.unknown(strange));
  const absent = names.required.find((name) => !Object.hasOwn(operand, name));
  if (absent !== undefined) throw requestFailed(wording.missing(absent));
  return Object.fromEntries(
    Object.entries(operand).map(([name, value]) => [name, parseExpression(value)]),
  ) as unknown as Arguments<Required, Optional>;
}
