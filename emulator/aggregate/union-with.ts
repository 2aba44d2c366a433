import { requestFailed } from '../cloud-error';
import { shown } from '../expression/text-operand';
import type { Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import { optionsOf, textOption } from './options';
import type { StageParser } from './pipeline';
import { parsePipeline, runOnCollection } from './pipeline';

/** `$unionWith`: behind the documents, what a pipeline makes of another collection. */
export const unionWith: StageParser = (operand, context) => {
  const { collection, pipeline } = argumentsOf(operand);
  const inside = { ...context, collection: collection ?? '', depth: context.depth + 1 };
  const parsed = parsePipeline(pipeline, inside);
  if (collection === undefined && !parsed.isOwn) {
    throw requestFailed(
      '$unionWith stage without explicit collection must have a pipeline with $documents as first stage',
    );
  }
  const { sources } = context;
  return function* (documents, variables) {
    yield* documents;
    yield* runOnCollection(parsed, { sources, collection: collection ?? '' }, variables);
  };
};

function argumentsOf(operand: Value): { readonly collection: string | undefined; readonly pipeline: Value } {
  if (typeof operand === 'string') return { collection: operand, pipeline: [] };
  if (!isDocument(operand)) {
    throw requestFailed(`the $unionWith stage specification must be an object or string, but found ${shown(operand)}`);
  }
  const { coll, pipeline = [] } = optionsOf(operand, '$unionWith', ['coll', 'pipeline']);
  if (!isArray(pipeline))
    throw requestFailed("BSON field '$unionWith.pipeline' is the wrong type, expected type 'array'");
  return { collection: coll === undefined ? undefined : textOption(operand, '$unionWith', 'coll'), pipeline };
}

/** `$documents`: documents that the pipeline itself brings. */
export const ownDocuments: StageParser = (operand, { depth }) => {
  if (depth === 0) throw requestFailed("'$documents' can only be run with {aggregate: 1}");
  if (!isArray(operand)) throw requestFailed('an array is expected');
  const documents = operand.map((document) => {
    if (!isDocument(document)) throw requestFailed('$documents: an array of objects is expected');
    return document;
  });
  return () => documents;
};
