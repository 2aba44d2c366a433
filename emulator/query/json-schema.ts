import { requestFailed } from '../cloud-error';
import { fieldsOf } from '../values/fields';
import { sameValue } from '../values/order';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument, ownField } from '../values/value';
import { arrayKeywords } from './json-schema-arrays';
import type { Check, Keyword } from './json-schema-keywords';
import { listOfTexts, schemasOf } from './json-schema-keywords';
import { objectKeywords } from './json-schema-objects';
import { scalarKeywords } from './json-schema-scalars';
import { parseTypes } from './parse-types';

/**
 * Reads a `$jsonSchema`: draft 4 as far as MongoDB has it, and `bsonType`. A keyword it does not know is an error that
 * names it. A keyword about one type says nothing of values of another.
 */
export function parseJsonSchema(schema: Value): (document: BsonDocument) => boolean {
  return schemaCheck(schema);
}

function schemaCheck(schema: Value): Check {
  if (!isDocument(schema)) throw requestFailed('$jsonSchema must be an object');
  if (ownField(schema, 'type') !== undefined && ownField(schema, 'bsonType') !== undefined) {
    throw requestFailed("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'");
  }
  const checks = fieldsOf(schema).flatMap(([name, operand]) => {
    const keyword = keywordNamed(name);
    const check = keyword(operand, { name, schema, read: schemaCheck });
    return check === undefined ? [] : [check];
  });
  return (value) => checks.every((check) => check(value));
}

function keywordNamed(name: string): Keyword {
  const keyword = Object.hasOwn(keywords, name) ? keywords[name] : undefined;
  if (keyword !== undefined) return keyword;
  if (notSupported.has(name)) throw requestFailed(`$jsonSchema keyword '${name}' is not currently supported`);
  throw requestFailed(`Unknown $jsonSchema keyword: ${name}`);
}

const notSupported = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);

/** The names of JSON's own types, by those that MongoDB has for them. */
const jsonTypes: Readonly<Record<string, string>> = {
  object: 'object',
  array: 'array',
  number: 'number',
  boolean: 'bool',
  string: 'string',
  null: 'null',
};

const text: Keyword = (operand, { name }) => {
  if (typeof operand !== 'string') throw requestFailed(`$jsonSchema keyword '${name}' must be of type string`);
  return undefined;
};

const keywords: Readonly<Record<string, Keyword>> = {
  ...scalarKeywords,
  ...arrayKeywords,
  ...objectKeywords,

  title: text,
  description: text,

  bsonType: (operand, { name }) => hasType(listOfTexts(operand, name), name),

  type: (operand, { name }) =>
    hasType(
      listOfTexts(operand, name).map((alias) => {
        if (alias === 'integer') throw requestFailed("$jsonSchema type 'integer' is not currently supported.");
        const type = Object.hasOwn(jsonTypes, alias) ? jsonTypes[alias] : undefined;
        if (type === undefined) throw requestFailed(`Unknown type name alias: ${alias}`);
        return type;
      }),
      name,
    ),

  enum: (operand, { name }) => {
    if (!isArray(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be an array`);
    if (operand.length === 0) throw requestFailed(`$jsonSchema keyword '${name}' cannot be an empty array`);
    return (value) => operand.some((item) => sameValue(item, value));
  },

  allOf: (operand, context) => {
    const checks = schemasOf(operand, context);
    return (value) => checks.every((check) => check(value));
  },
  anyOf: (operand, context) => {
    const checks = schemasOf(operand, context);
    return (value) => checks.some((check) => check(value));
  },
  oneOf: (operand, context) => {
    const checks = schemasOf(operand, context);
    return (value) => checks.filter((check) => check(value)).length === 1;
  },
  not: (operand, { name, read }) => {
    if (!isDocument(operand)) throw requestFailed(`$jsonSchema keyword '${name}' must be an object`);
    const check = read(operand);
    return (value) => !check(value);
  },
};

function hasType(names: readonly string[], keyword: string): Check {
  const types: ReadonlySet<string> = parseTypes(names, keyword);
  return (value) => types.has(typeName(value));
}
