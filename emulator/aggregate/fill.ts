import { requestFailed } from '../cloud-error';
import { fieldsOf } from '../values/fields';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { optionsOf, requiredOption } from './options';
import type { Stage, StageParser } from './pipeline';
import { addFields } from './project';
import { setWindowFields } from './window-fields';

const methods: Readonly<Record<string, string>> = { linear: '$linearFill', locf: '$locf' };

/** `$fill`: puts something where a field is null or missing: a value, or what follows from the neighbours. */
export const fill: StageParser = (operand, context) => {
  const options = optionsOf(operand, '$fill', ['partitionBy', 'partitionByFields', 'sortBy', 'output']);
  const output = requiredOption(options, '$fill', 'output');
  if (!isDocument(output)) {
    throw requestFailed(`BSON field '$fill.output' is the wrong type '${typeName(output)}', expected type 'object'`);
  }
  const { sortBy } = options;
  const windows: Record<string, Value> = {};
  const values: Record<string, Value> = {};
  for (const [field, specification] of fieldsOf(output)) {
    const { method, value } = filling(specification);
    if (method === undefined) values[field] = { $ifNull: [`$${field}`, value ?? null] };
    else windows[field] = { [method]: `$${field}` };
  }
  if (Object.keys(output).length === 0) throw requestFailed('The $fill stage must have at least one output field');
  const stages: Stage[] = [];
  if (Object.keys(windows).length > 0) {
    stages.push(
      setWindowFields(
        { ...partitionOf(options), ...(sortBy === undefined ? {} : { sortBy }), output: windows },
        context,
      ),
    );
  }
  if (Object.keys(values).length > 0) stages.push(addFields(values, context));
  return (documents, variables) => stages.reduce((before, stage) => stage(before, variables), documents);
};

function filling(specification: Value): { readonly method: string | undefined; readonly value: Value | undefined } {
  if (!isDocument(specification))
    throw requestFailed('Each fill output specification must be an object with exactly one field');
  const [name, ...others] = Object.keys(specification);
  if (others.length > 0 || (name !== 'value' && name !== 'method')) {
    throw requestFailed("Each fill output specification must have exactly one of 'value' or 'method'");
  }
  const given = specification[name] ?? null;
  if (name === 'value') return { method: undefined, value: given };
  const method = typeof given === 'string' && Object.hasOwn(methods, given) ? methods[given] : undefined;
  if (method === undefined) throw requestFailed('Method must be either locf or linear');
  return { method, value: undefined };
}

function partitionOf({ partitionBy, partitionByFields: fields }: BsonDocument): BsonDocument {
  if (partitionBy !== undefined && fields !== undefined) {
    throw requestFailed("Maximum one of 'partitionBy' and 'partitionByFields' can be specified in '$fill'");
  }
  if (partitionBy !== undefined) return { partitionBy };
  if (fields === undefined) return {};
  if (!isArray(fields)) {
    throw requestFailed(
      `BSON field '$fill.partitionByFields' is the wrong type '${typeName(fields)}', expected type 'array'`,
    );
  }
  const named = fields.map((field, at): readonly [string, Value] => {
    if (typeof field !== 'string') throw requestFailed('$fill partitionByFields must be an array of strings');
    if (field.startsWith('$')) throw requestFailed("FieldPath field names may not start with '$'.");
    return [`field${at}`, `$${field}`];
  });
  return { partitionBy: Object.fromEntries(named) };
}
