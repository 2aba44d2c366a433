import { requestFailed } from '../cloud-error';
import { checkNewName, definingNames } from '../expression/defined-names';
import type { Expression, Scope } from '../expression/expression';
import { parseExpression, scopeOf } from '../expression/expression';
import { shown } from '../expression/text-operand';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isDocument } from '../values/value';
import { writableSteps } from './document-paths';
import { withValueAlong } from '../values/plain-paths';
import { equalsOf, fileByValue, foreignByField } from './foreign';
import type { Context, Documents, Pipeline, StageParser } from './pipeline';
import { parsePipeline, runOnCollection, runOnDocuments } from './pipeline';
import type { Sources } from './sources';

const known = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

/** `$lookup`: documents of another collection that belong to each, by equal fields, by a pipeline, or by both. */
export const lookup: StageParser = (operand, context) => {
  if (!isDocument(operand)) {
    throw requestFailed(`the $lookup specification must be an Object, but found ${shown(operand)}`);
  }
  const unknown = Object.keys(operand).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`unknown argument to $lookup: ${unknown}`);
  const as = writableSteps(textArgument(operand, 'as'));
  const inner = innerOf(operand, context);
  const fields = joinOf(operand, inner !== undefined);
  const find = findIn(context.sources, fromOf(operand, inner), { fields, inner });
  return function* (documents, variables) {
    const related = find(variables);
    for (const document of documents) yield withValueAlong(document, as, [...related(document)]);
  };
};

type Inner = {
  readonly pipeline: Pipeline;
  readonly variables: readonly (readonly [name: string, value: Expression])[];
};

type Join = { readonly local: string; readonly foreign: string };

/** What belongs to a document, once it is known which variables hold around the stage. */
type Find = (variables: Scope) => (document: BsonDocument) => Documents;

function findIn(
  sources: Sources,
  collection: string,
  { fields, inner }: { readonly fields: Join | undefined; readonly inner: Inner | undefined },
): Find {
  if (fields !== undefined) return byFields(sources, collection, fields, inner);
  return (variables) => {
    if (inner === undefined) return () => [];
    const run = (scope: Scope): Documents => runOnCollection(inner.pipeline, { sources, collection }, scope);
    if (inner.variables.length > 0) return (document) => run(innerVariables(inner, document, variables));
    // The same for every document: it is asked for once.
    let once: readonly BsonDocument[] | undefined;
    return () => (once ??= [...run(variables)]);
  };
}

function byFields(sources: Sources, collection: string, { local, foreign }: Join, inner: Inner | undefined): Find {
  if (inner?.pipeline.isOwn === true) return amongOwn(inner, { local, foreign });
  return (variables) => {
    const matching = foreignByField(sources, collection, foreign);
    if (inner === undefined) return (document) => matching(equalsOf(document, local));
    return (document) => {
      const scope = innerVariables(inner, document, variables);
      const { condition, documents } = matching.apart(equalsOf(document, local));
      return condition === undefined
        ? runOnDocuments(inner.pipeline, documents, scope)
        : runOnCollection(inner.pipeline, { sources, collection, also: condition }, scope);
    };
  };
}

/** The pipeline brings its own documents: those that match come out of its first stage. */
function amongOwn(inner: Inner, { local, foreign }: Join): Find {
  const { stages, ...pipeline } = inner.pipeline;
  return (variables) => (document) => {
    const scope = innerVariables(inner, document, variables);
    const own = runOnDocuments({ ...pipeline, stages: stages.slice(0, 1) }, [], scope);
    const joined = fileByValue(own, foreign)(equalsOf(document, local));
    return runOnDocuments({ ...pipeline, stages: stages.slice(1) }, joined, scope);
  };
}

function innerVariables({ variables: lets }: Inner, document: BsonDocument, variables: Scope): Scope {
  const scope = scopeOf(document, variables);
  const inner: Record<string, Value | undefined> = { ...variables };
  for (const [name, value] of lets) inner[name] = value(scope);
  return inner;
}

function innerOf(operand: BsonDocument, context: Context): Inner | undefined {
  const { pipeline } = operand;
  const lets = operand['let'] ?? undefined;
  if (lets !== undefined && !isDocument(lets)) {
    throw requestFailed(`$lookup argument 'let: ${shown(lets)}' must be an object, is type ${typeName(lets)}`);
  }
  if (pipeline === undefined) {
    if (lets !== undefined) throw requestFailed("$lookup with a 'let' argument must also specify 'pipeline'");
    return undefined;
  }
  const variables = Object.entries(lets ?? {}).map(([name, value]) => {
    checkNewName(name);
    return [name, parseExpression(value)] as const;
  });
  const names = variables.map(([name]) => name);
  const { from } = operand;
  const inside = { ...context, collection: typeof from === 'string' ? from : '', depth: context.depth + 1 };
  return { pipeline: definingNames(names, () => parsePipeline(pipeline, inside)), variables };
}

function fromOf(operand: BsonDocument, inner: Inner | undefined): string {
  if (operand['from'] === undefined) {
    if (inner?.pipeline.isOwn === true) return '';
    throw requestFailed(`missing 'from' option to $lookup stage specification: ${shown(operand)}`);
  }
  const from = textArgument(operand, 'from');
  if (/^$|^\.|\0/.test(from)) throw requestFailed(`Invalid namespace specified '${from}'`);
  return from;
}

function joinOf(operand: BsonDocument, hasPipeline: boolean): Join | undefined {
  const { localField, foreignField } = operand;
  if (localField === undefined && foreignField === undefined) {
    if (hasPipeline) return undefined;
    throw requestFailed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  if (localField === undefined || foreignField === undefined) {
    throw requestFailed("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  const join = { local: textArgument(operand, 'localField'), foreign: textArgument(operand, 'foreignField') };
  writableSteps(join.local);
  writableSteps(join.foreign);
  return join;
}

function textArgument(operand: BsonDocument, name: string): string {
  const value = operand[name];
  if (value === undefined) throw requestFailed(`must specify '${name}' field for a $lookup`);
  if (typeof value !== 'string') {
    throw requestFailed(`$lookup argument '${name}: ${shown(value)}' must be a string, is type ${typeName(value)}`);
  }
  return value;
}
