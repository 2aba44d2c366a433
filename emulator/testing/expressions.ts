import { parseExpression, scopeOf } from '../expression/expression';
import { documentFromPlain, fromPlain } from '../values/plain';
import type { Value } from '../values/value';

type Example<Answer> = readonly [expression: unknown, answer: Answer];

/** What an expression gives of a document; both as a function would write them. */
export function evaluate(expression: unknown, document: unknown = {}): Value | undefined {
  return parseExpression(fromPlain(expression))(scopeOf(documentFromPlain(document)));
}

/** A test for each expression and what it gives, the type of numbers included. `undefined` is what is missing. */
export function itAnswers(examples: readonly Example<unknown>[], document: unknown = {}): void {
  it.each(examples)('%j gives %j', (expression, answer) => {
    expect(evaluate(expression, document)).toEqual(answer === undefined ? undefined : fromPlain(answer));
  });
}

/** A test for each expression that is refused, and part of the reason. */
export function itRefuses(examples: readonly Example<string>[], document: unknown = {}): void {
  it.each(examples)('%j is refused: %s', (expression, message) => {
    expect(() => evaluate(expression, document)).toThrow(message);
  });
}
