import { Long } from 'bson';
import { requestFailed } from '../cloud-error';
import { spend } from '../work';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { prefixedPath, writableSteps } from './document-paths';
import { valueAlong, withValueAlong } from '../values/plain-paths';
import type { StageParser } from './pipeline';

const options = ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'];

/** `$unwind`: one document for each element of an array. What is no array counts as one element. */
export const unwind: StageParser = (operand) => {
  const { path, index, preserves } = argumentsOf(operand);
  const indexed = (document: BsonDocument, at: Value): BsonDocument =>
    index === undefined ? document : withValueAlong(document, index, at);
  return function* (documents) {
    for (const document of documents) {
      const value = valueAlong(document, path);
      if (isArray(value) && value.length > 0) {
        let at = 0;
        spend(value.length);
        for (const item of value) {
          yield indexed(withValueAlong(document, path, item), Long.fromNumber(at));
          at += 1;
        }
      } else if (isArray(value)) {
        if (preserves) yield indexed(withValueAlong(document, path, undefined), null);
      } else if (preserves || (value !== undefined && value !== null)) {
        yield indexed(document, null);
      }
    }
  };
};

function argumentsOf(operand: Value) {
  if (typeof operand !== 'string' && !isDocument(operand)) {
    throw requestFailed(
      `expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`,
    );
  }
  const given = typeof operand === 'string' ? { path: operand } : operand;
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: preserves = false }: BsonDocument = given;
  const unknown = Object.keys(given).find((name) => !options.includes(name));
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknown}`);
  if (path === undefined) throw requestFailed('no path specified to $unwind stage');
  if (typeof path !== 'string') {
    throw requestFailed(`expected a string as the path for $unwind stage, got ${typeName(path)}`);
  }
  if (typeof preserves !== 'boolean') {
    throw requestFailed(
      `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserves)}`,
    );
  }
  if (index !== undefined && (typeof index !== 'string' || index === '')) {
    throw requestFailed(
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(index)}`,
    );
  }
  if (typeof index === 'string' && index.startsWith('$')) {
    throw requestFailed(`includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${index}`);
  }
  return {
    path: prefixedPath(path, `path option to $unwind stage should be prefixed with a '$': ${path}`),
    index: typeof index === 'string' ? writableSteps(index) : undefined,
    preserves,
  };
}
