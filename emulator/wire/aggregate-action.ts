import { Int32 } from 'bson';
import { invalidParameter } from '../cloud-error';
import type { Engine } from '../engine/engine';
import { parseEjson, refuseFieldName } from '../values/ejson';
import type { BsonDocument } from '../values/value';
import type { WireAnswer, WireRequest } from './request';
import { requiredText } from './request';

/** The cloud answers no more where no stage of the pipeline itself, those of inner pipelines not counted, is a `$limit`. */
const DEFAULT_LIMIT = 20;

export async function aggregateDocuments(engine: Engine, request: WireRequest) {
  const now = new Date();
  const stages = stagesOf(request['stages'], now);
  const isLimited = stages.some((stage) => Object.hasOwn(stage, '$limit'));
  const list = await engine.aggregate(
    requiredText(request, 'collectionName'),
    isLimited ? stages : [...stages, { $limit: new Int32(DEFAULT_LIMIT) }],
    now,
  );
  return { data: { list } };
}

/** As releases 1.0 of the database SDK ask (wx-server-sdk before 2.3): all documents come in one text. */
export async function aggregate(engine: Engine, request: WireRequest): Promise<WireAnswer> {
  const { data } = await aggregateDocuments(engine, request);
  return { data: { list: JSON.stringify(data.list) } };
}

function stagesOf(stages: unknown, now: Date): readonly BsonDocument[] {
  if (!Array.isArray(stages)) throw invalidParameter('stages must be an array');
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (stage ?? {}) as { readonly stageKey?: unknown; readonly stageValue?: unknown };
    if (typeof stageKey !== 'string') throw invalidParameter('stageKey must be text');
    if (typeof stageValue !== 'string') throw invalidParameter(`the stage '${stageKey}' has no value`);
    refuseFieldName(stageKey);
    return { [stageKey]: parseEjson(stageValue, now) };
  });
}
