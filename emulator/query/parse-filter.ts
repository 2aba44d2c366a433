import { requestFailed } from '../cloud-error';
import { isTrue } from '../expression/control';
import { parseExpression, scopeOf } from '../expression/expression';
import { foldingConstants } from '../expression/folding';
import { fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';
import type { Condition } from './condition';
import { parseJsonSchema } from './json-schema';
import { parseFieldTests } from './parse-tests';

/** Reads a MongoDB filter. An operator it does not know is an error that names it, never a filter that lets all through. */
export function parseFilter(filter: BsonDocument): Condition {
  return foldingConstants(() => parseParts(filter, true), 'Failed to optimize expression');
}

/** The filter of `$elemMatch` and of `$pull`, which is asked of a document inside another. */
export function parseElementFilter(filter: BsonDocument): Condition {
  return parseParts(filter, false);
}

function parseParts(filter: BsonDocument, isTop: boolean): Condition {
  const parts = fieldsOf(filter).flatMap(([key, value]) =>
    key.startsWith('$') ? parseTopOperator(key, value, isTop) : parseField(key, value),
  );
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { at: 'and', parts };
}

function parseField(path: string, value: Value): readonly Condition[] {
  if (path.split('.').length > MOST_STEPS) throw requestFailed('FieldPath is too long');
  return parseFieldTests(path, value).map((test) => ({ at: 'field', path, test }));
}

/** As deep as documents of users may be. */
const MOST_STEPS = 180;

const logic = { $and: 'and', $or: 'or', $nor: 'nor' } as const;

function parseTopOperator(operator: string, value: Value, isTop: boolean): readonly Condition[] {
  switch (operator) {
    case '$and':
    case '$or':
    case '$nor':
      return [{ at: logic[operator], parts: parseBranches(operator, value, isTop) }];
    case '$comment':
      return [];
    case '$expr': {
      refuseInside(operator, isTop);
      const expression = parseExpression(value);
      return [{ at: 'document', operator, holds: (document) => isTrue(expression(scopeOf(document))) }];
    }
    case '$jsonSchema':
      return [{ at: 'document', operator, holds: parseJsonSchema(value) }];
    case '$sampleRate': {
      refuseInside(operator, isTop);
      if (!isNumber(value)) throw requestFailed('argument to $sampleRate must be a numeric type');
      const rate = toJsNumber(value);
      if (!(rate >= 0 && rate <= 1)) throw requestFailed('numeric argument to $sampleRate must be in [0, 1]');
      return [{ at: 'document', operator, holds: () => Math.random() < rate }];
    }
    case '$where':
      refuseInside(operator, isTop);
      throw requestFailed('$where is not supported: the cloud runs no JavaScript in a query; write it as $expr');
    case '$text':
      throw requestFailed('$text is not supported: the cloud has no text indexes; use $regex');
    default:
      throw requestFailed(`unknown top level operator: ${operator}. ${hintAt(operator)}`);
  }
}

function hintAt(operator: string): string {
  return operator === '$not'
    ? 'If you are trying to negate an entire expression, use $nor.'
    : "If you have a field name that starts with a '$' symbol, consider using $getField or $setField.";
}

function parseBranches(operator: string, value: Value, isTop: boolean): readonly Condition[] {
  if (!isArray(value)) throw requestFailed(`${operator} must be an array`);
  if (value.length === 0) throw requestFailed('$and/$or/$nor must be a nonempty array');
  return value.map((part) => {
    if (!isDocument(part)) throw requestFailed('$or/$and/$nor entries need to be full objects');
    return parseParts(part, isTop);
  });
}

function refuseInside(operator: string, isTop: boolean): void {
  if (!isTop) throw requestFailed(`${operator} can only be applied to the top-level document`);
}
