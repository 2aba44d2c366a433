import { requestFailed } from '../cloud-error';
import type { Value } from '../values/value';
import { bucket } from './bucket';
import { bucketAuto } from './bucket-auto';
import { count, sortByCount } from './count';
import { densify } from './densify';
import { facet } from './facet';
import { fill } from './fill';
import { askedByGeoNear, geoNear } from './geo-near';
import { graphLookup } from './graph-lookup';
import { group } from './group';
import { lookup } from './lookup';
import { match } from './match';
import type { Asked } from './leading';
import type { Context, StageParser } from './pipeline';
import { addFields, project, set, unset } from './project';
import { redact } from './redact';
import { replaceRoot, replaceWith } from './replace-root';
import { limit, sample, skip } from './slices';
import { sort } from './sort';
import { ownDocuments, unionWith } from './union-with';
import { unwind } from './unwind';
import { setWindowFields } from './window-fields';

export type KnownStage = {
  readonly parse: StageParser;
  /** It must begin its pipeline. */
  readonly isFirst: boolean;
  /** What it asks of the collection it begins with, where it does: `$geoNear` asks for what is near, nearest first. */
  readonly asks: ((operand: Value, context: Context) => Asked) | undefined;
};

const parsers = (): Readonly<Record<string, StageParser>> => ({
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $densify: densify,
  $documents: ownDocuments,
  $facet: facet,
  $fill: fill,
  $geoNear: geoNear,
  $graphLookup: graphLookup,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $project: project,
  $redact: redact,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
  $sample: sample,
  $set: set,
  $setWindowFields: setWindowFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unionWith: unionWith,
  $unset: unset,
  $unwind: unwind,
});

/** A stage here still comes after the answer, to put distances into it. */
const asking: Readonly<Record<string, (operand: Value, context: Context) => Asked>> = { $geoNear: askedByGeoNear };

const firstOnly = ['$geoNear', '$documents'];

/** Stages that MongoDB has and this emulator does not: they write, watch, or ask about a server that is not there. */
const refused = [
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$indexStats',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$merge',
  '$out',
  '$planCacheStats',
  '$querySettings',
  '$rankFusion',
  '$search',
  '$searchMeta',
  '$shardedDataDistribution',
  '$vectorSearch',
];

let all: Readonly<Record<string, StageParser>> | undefined;

/** A stage by its name. Gathered when first asked for: pipelines hold stages, and stages hold pipelines. */
export function stageNamed(name: string): KnownStage {
  all ??= parsers();
  const parse = Object.hasOwn(all, name) ? all[name] : undefined;
  if (parse !== undefined) return { parse, isFirst: firstOnly.includes(name), asks: asking[name] };
  if (refused.includes(name)) throw requestFailed(`the stage '${name}' is not supported by the emulator`);
  throw requestFailed(`Unrecognized pipeline stage name: '${name}'`);
}
