import { requestFailed } from '../cloud-error';
import { fieldNames, fieldsOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import type { Check, Keyword, SchemaContext } from './json-schema-keywords';
import { listOfTexts, objectOperand, wholeOperand } from './json-schema-keywords';
import { patternOf } from './pattern';

/** Keywords about documents. */
export const objectKeywords: Readonly<Record<string, Keyword>> = {
  required: (operand, { name }) => {
    if (!isArray(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be an array`);
    const fields = listOfTexts(operand, name);
    return aboutDocuments((document) => hasAll(document, fields));
  },

  minProperties: (operand, { name }) => {
    const least = wholeOperand(operand, name);
    return aboutDocuments((document) => fieldNames(document).length >= least);
  },
  maxProperties: (operand, { name }) => {
    const most = wholeOperand(operand, name);
    return aboutDocuments((document) => fieldNames(document).length <= most);
  },

  properties: (operand, context) => {
    const checks = checksByField(operand, context);
    return aboutDocuments((document) =>
      checks.every(([field, check]) => {
        const value = ownField(document, field);
        return value === undefined || check(value);
      }),
    );
  },

  patternProperties: (operand, context) => {
    const checks = checksByField(operand, context).map(([source, check]) => [patternOf(source, ''), check] as const);
    return aboutDocuments((document) =>
      fieldsOf(document).every(([field, value]) =>
        checks.every(([{ regex }, check]) => !regex.test(field) || check(value)),
      ),
    );
  },

  additionalProperties: (operand, { name, schema, read }) => {
    const check = typeof operand === 'boolean' ? () => operand : read(objectOperand(operand, name));
    const named = new Set(fieldNames(documentAt(schema, 'properties')));
    const patterns = fieldNames(documentAt(schema, 'patternProperties')).map((source) => patternOf(source, '').regex);
    return aboutDocuments((document) =>
      fieldsOf(document).every(
        ([field, value]) => named.has(field) || patterns.some((pattern) => pattern.test(field)) || check(value),
      ),
    );
  },

  dependencies: (operand, { name, read }) => {
    const checks = fieldsOf(objectOperand(operand, name)).map(([field, needed]): readonly [string, Check] => {
      if (!isArray(needed)) return [field, read(objectOperand(needed, name))];
      const others = listOfTexts(needed, name);
      return [field, aboutDocuments((document) => hasAll(document, others))];
    });
    return aboutDocuments((document) =>
      checks.every(([field, check]) => ownField(document, field) === undefined || check(document)),
    );
  },
};

function aboutDocuments(check: (document: BsonDocument) => boolean): Check {
  return (value) => !isDocument(value) || check(value);
}

function hasAll(document: BsonDocument, fields: readonly string[]): boolean {
  return fields.every((field) => ownField(document, field) !== undefined);
}

function checksByField(operand: Value, { name, read }: SchemaContext): readonly (readonly [string, Check])[] {
  return fieldsOf(objectOperand(operand, name)).map(([field, schema]) => [
    field,
    read(objectOperand(schema, `${name}.${field}`)),
  ]);
}

function documentAt(schema: BsonDocument, name: string): BsonDocument {
  const value = ownField(schema, name);
  return isDocument(value) ? value : {};
}
