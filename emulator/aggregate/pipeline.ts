import { requestFailed } from '../cloud-error';
import type { Scope } from '../expression/expression';
import type { Condition } from '../query/condition';
import { typeName } from '../values/type-names';
import type { BsonDocument, Value } from '../values/value';
import { isArray, isDocument } from '../values/value';
import type { Leading } from './leading';
import { readLeading, splitLeading } from './leading';
import type { Sources } from './sources';
import { stageNamed } from './stages';

/** Documents on their way through a pipeline, taken one by one: what a later `$limit` does not want is never made. */
export type Documents = Iterable<BsonDocument>;

/** One stage, read once: what comes in, what goes out. */
export type Stage = (documents: Documents, variables: Scope) => Documents;

/** What a stage is read in. */
export type Context = {
  readonly sources: Sources;
  /** The collection that it reads, if one. */
  readonly collection?: string;
  /** How many pipelines are around this one. */
  readonly depth: number;
  /** Inside a `$facet`, however deep: there may be no other. */
  readonly isInFacet?: boolean;
};

export type StageParser = (operand: Value, context: Context) => Stage;

/** A pipeline, read once. Its first stages may be left to a collection's indexes, if a collection is what it reads. */
export type Pipeline = {
  readonly leading: Leading;
  readonly stages: readonly Stage[];
  /** The stages that `leading` stands for, for documents that come from elsewhere. */
  readonly replaced: readonly Stage[];
  /** It begins with `$documents` and reads no collection. */
  readonly isOwn: boolean;
};

const MOST_STAGES = 1000;
const MOST_DEPTH = 20;

/** Reads a pipeline. An unknown stage is an error that names it. */
export function parsePipeline(specification: Value, context: Context): Pipeline {
  if (!isArray(specification)) throw requestFailed(`'pipeline' option must be specified as an array`);
  if (specification.length > MOST_STAGES) {
    throw requestFailed(`Pipeline length must be no longer than ${MOST_STAGES} stages.`);
  }
  if (context.depth > MOST_DEPTH) {
    throw requestFailed(`Maximum number of nested sub-pipelines exceeded. Limit is ${MOST_DEPTH}`);
  }
  const named = specification.map((stage, at) => {
    if (!isDocument(stage)) {
      throw requestFailed(
        `Each element of the 'pipeline' array must be an object, but element ${at} is ${typeName(stage)}`,
      );
    }
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0) {
      throw requestFailed('A pipeline stage specification object must contain exactly one field.');
    }
    const { parse, isFirst, asks } = stageNamed(name);
    if (isFirst && at > 0) throw requestFailed(`${name} is only valid as the first stage in a pipeline`);
    const operand = stage[name] ?? null;
    return { name, operand, asked: asks?.(operand, context), stage: parse(operand, context) };
  });
  const { leading, length } = splitLeading(named);
  const stages = named.map(({ stage }) => stage);
  const isOwn = named[0]?.name === '$documents';
  return { leading, replaced: stages.slice(0, length), stages: stages.slice(length), isOwn };
}

export type Origin = {
  readonly sources: Sources;
  readonly collection: string;
  /** What must hold of its documents besides, for a `$lookup` by fields. */
  readonly also?: Condition;
};

/** What a pipeline makes of a collection. */
export function runOnCollection({ leading, stages, isOwn }: Pipeline, origin: Origin, variables: Scope): Documents {
  return through(stages, isOwn ? [] : readLeading(leading, origin, variables), variables);
}

/** What a pipeline makes of documents that are at hand. */
export function runOnDocuments({ replaced, stages }: Pipeline, documents: Documents, variables: Scope): Documents {
  return through([...replaced, ...stages], documents, variables);
}

function through(stages: readonly Stage[], documents: Documents, variables: Scope): Documents {
  return stages.reduce((before, stage) => stage(before, variables), documents);
}
