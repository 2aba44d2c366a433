/**
 * Business saying yes or no. A refusal is expected and named; being wrong ourselves is a fault and is thrown.
 */
export type Result<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal; readonly fields?: readonly FieldProblem[] };

/** What is wrong with one field, e.g. `{ path: 'document.number', problem: 'check-digit' }`. Never holds the value. */
export type FieldProblem = { readonly path: string; readonly problem: ProblemCode };

/** Every way a field can be wrong. The client has a sentence for each. */
export const problemCodes = [
  'missing',
  'too-long',
  'too-short',
  'characters',
  'format',
  'check-digit',
  'date',
  'too-young',
  'choice',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const agree = <const Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refuse = <const Refusal extends string>(
  refusal: Refusal,
  fields?: readonly FieldProblem[],
): { readonly ok: false; readonly refusal: Refusal; readonly fields?: readonly FieldProblem[] } =>
  fields === undefined ? { ok: false, refusal } : { ok: false, refusal, fields };
