import { requestFailed } from '../cloud-error';
import type { Expression } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { shown } from '../expression/text-operand';
import { typeName } from '../values/type-names';
import { isDocument } from '../values/value';
import type { Stage, StageParser } from './pipeline';

/** `$replaceRoot`: another document in place of each. */
export const replaceRoot: StageParser = (operand) => {
  if (!isDocument(operand)) {
    throw requestFailed(`expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`);
  }
  const unknown = Object.keys(operand).find((name) => name !== 'newRoot');
  if (unknown !== undefined) {
    throw requestFailed(`unrecognized option to $replaceRoot stage: ${unknown}, only valid option is 'newRoot'.`);
  }
  if (operand['newRoot'] === undefined) throw requestFailed('no newRoot specified for the $replaceRoot stage');
  return replacing(parseExpression(operand['newRoot']), "'newRoot' expression");
};

export const replaceWith: StageParser = (operand) => replacing(parseExpression(operand), "'replacement document'");

function replacing(expression: Expression, what: string): Stage {
  return function* (documents, variables) {
    for (const document of documents) {
      const root = expression(scopeOf(document, variables));
      if (!isDocument(root)) {
        throw requestFailed(
          `${what} must evaluate to an object, but resulting value was: ${shown(root)}. Type of resulting value: '${typeName(root)}'. Input document: ${shown(document)}`,
        );
      }
      yield root;
    }
  };
}
