import { CloudError } from '../cloud-error';
import { parseExpression, scopeOf } from '../expression/expression';
import { toEjson } from '../values/ejson';
import { documentFromPlain, fromPlain } from '../values/plain';

/**
 * What an expression makes of a document, as canonical EJSON text, so that 1 and 1.0 are told apart.
 *
 * `missing` where it makes nothing; `error: …` with the text where it is refused, when read or when evaluated.
 */
export function evaluated(expression: unknown, document: Readonly<Record<string, unknown>> = {}): string {
  try {
    const value = parseExpression(fromPlain(expression))(scopeOf(documentFromPlain(document)));
    return value === undefined ? 'missing' : toEjson(value);
  } catch (error) {
    if (error instanceof CloudError) return `error: ${error.message}`;
    throw error;
  }
}

/** The text that `evaluated` gives for an expected value. */
export function ejson(value: unknown): string {
  return toEjson(fromPlain(value));
}
