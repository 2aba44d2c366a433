import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isDocument } from '../values/value';

/** The options of a stage that takes an object; one that it does not know is refused. */
export function optionsOf(operand: Value, stage: string, known: readonly string[]): BsonDocument {
  if (!isDocument(operand)) {
    throw requestFailed(`the ${stage} stage specification must be an object, but found ${typeName(operand)}`);
  }
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`BSON field '${stage}.${unknown}' is an unknown field.`);
  return operand;
}

/** An option that has to be there. */
export function requiredOption(options: BsonDocument, stage: string, name: string): Value {
  const value = options[name];
  if (value === undefined) throw requestFailed(`BSON field '${stage}.${name}' is missing but a required field`);
  return value;
}

/** An option that has to be a text. */
export function textOption(options: BsonDocument, stage: string, name: string): string {
  const value = requiredOption(options, stage, name);
  if (typeof value === 'string') return value;
  throw requestFailed(`BSON field '${stage}.${name}' is the wrong type '${typeName(value)}', expected type 'string'`);
}
