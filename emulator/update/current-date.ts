import { Timestamp } from 'bson';
import { requestFailed } from '../cloud-error';
import { fieldsOf } from '../values/fields';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isDocument } from '../values/value';
import type { Edit } from './edit-path';

/** `$currentDate: {a: true}` or `{a: {$type: 'date' | 'timestamp'}}`. */
export function currentDate(_path: string, operand: Value): Edit {
  const type = typeof operand === 'boolean' ? 'date' : typeAsked(operand);
  return () => {
    const now = new Date();
    return type === 'date' ? now : new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  };
}

function typeAsked(operand: Value): 'date' | 'timestamp' {
  if (!isDocument(operand)) {
    throw requestFailed(
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  for (const [name, type] of fieldsOf(operand)) {
    if (name !== '$type') throw requestFailed(`Unrecognized $currentDate option: ${name}`);
    if (type === 'date' || type === 'timestamp') return type;
    break;
  }
  throw requestFailed(
    "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}",
  );
}
