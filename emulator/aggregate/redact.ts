import { requestFailed } from '../cloud-error';
import { definingNames } from '../expression/defined-names';
import type { Expression, Scope } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { shown } from '../expression/text-operand';
import { documentOf, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { spend } from '../work';
import type { StageParser } from './pipeline';

const decisions = { KEEP: 'keep', PRUNE: 'prune', DESCEND: 'descend' };

/** `$redact`: decides for each document, and where it descends for each document in it, whether it may be seen. */
export const redact: StageParser = (operand) => {
  const decide = definingNames(Object.keys(decisions), () => parseExpression(operand));
  return function* (documents, variables) {
    for (const document of documents) {
      const seen = redacted(decide, document, { ...scopeOf(document, variables), ...decisions });
      if (seen !== undefined) yield seen;
    }
  };
};

function redacted(decide: Expression, document: BsonDocument, scope: Scope): BsonDocument | undefined {
  const decision = decide({ ...scope, CURRENT: document });
  switch (decision) {
    case decisions.KEEP:
      return document;
    case decisions.PRUNE:
      return undefined;
    case decisions.DESCEND:
      return documentOf(
        fieldsOf(document).flatMap(([field, value]) => {
          const seen = redactedValue(decide, value, scope);
          return seen === undefined ? [] : [[field, seen] as const];
        }),
      );
    default:
      throw requestFailed(
        `$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${shown(decision)}`,
      );
  }
}

function redactedValue(decide: Expression, value: Value, scope: Scope): Value | undefined {
  if (isDocument(value)) return redacted(decide, value, scope);
  if (!isArray(value)) return value;
  spend(value.length);
  return value.flatMap((item) => {
    const seen = redactedValue(decide, item, scope);
    return seen === undefined ? [] : [seen];
  });
}
