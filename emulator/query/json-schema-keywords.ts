import { requestFailed } from '../cloud-error';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, isNumber, toJsNumber } from '../values/value';

/** What a schema, or one keyword of it, asks of a value. */
export type Check = (value: Value) => boolean;

/** Reads what stands behind one keyword; `undefined` where it asks nothing by itself. */
export type Keyword = (operand: Value, context: SchemaContext) => Check | undefined;

export type SchemaContext = {
  readonly name: string;
  /** The schema that the keyword stands in: some keywords look at their neighbours. */
  readonly schema: BsonDocument;
  /** Reads a schema inside this one. */
  readonly read: (schema: Value) => Check;
};

export function wholeOperand(operand: Value, name: string): number {
  const number = isNumber(operand) ? toJsNumber(operand) : NaN;
  if (Number.isInteger(number) && number >= 0) return number;
  throw requestFailed(`$jsonSchema keyword '${name}' must be a non-negative integer`);
}

export function flagOperand(operand: Value, name: string): boolean {
  if (typeof operand === 'boolean') return operand;
  throw requestFailed(`$jsonSchema keyword '${name}' must be a boolean`);
}

export function objectOperand(operand: Value, name: string): BsonDocument {
  if (isDocument(operand)) return operand;
  throw requestFailed(`$jsonSchema keyword '${name}' must be an object`);
}

/** One text or a list of different ones. */
export function listOfTexts(operand: Value, name: string): readonly string[] {
  const items = isArray(operand) ? operand : [operand];
  const texts = items.filter((item) => typeof item === 'string');
  if (texts.length < items.length) {
    throw requestFailed(`$jsonSchema keyword '${name}' must be either a string or an array of strings`);
  }
  if (texts.length === 0) throw requestFailed(`$jsonSchema keyword '${name}' cannot be an empty array`);
  if (new Set(texts).size < texts.length) {
    throw requestFailed(`$jsonSchema keyword '${name}' has duplicate value`);
  }
  return texts;
}

export function schemasOf(operand: Value, { name, read }: SchemaContext): readonly Check[] {
  if (!isArray(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be an array`);
  if (operand.length === 0) throw requestFailed(`$jsonSchema keyword '${name}' must be a non-empty array`);
  return operand.map((item) => read(objectOperand(item, name)));
}
