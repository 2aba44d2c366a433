import { calculateObjectSize } from 'bson';
import { requestFailed } from '../cloud-error';
import { foldingConstants } from '../expression/folding';
import { toEjson } from '../values/ejson';
import { requireWritable, withinStack } from '../values/nesting';
import type { BsonDocument, Value } from '../values/value';
import { MOST_WORK, withinWork } from '../work';
import { parsePipeline, runOnCollection } from './pipeline';
import type { Sources } from './sources';

/** MongoDB lets what it answers be so much larger than what it stores. */
const MOST_BYTES = (16 * 1024 + 16) * 1024;

/**
 * What a pipeline makes of a collection, as EJSON texts.
 *
 * `$$NOW` is one instant all through. Reading is finished before this returns: the pipeline sees one state of the database.
 */
export function aggregate(
  sources: Sources,
  collection: string,
  stages: readonly Value[],
  now: Date,
): readonly string[] {
  const pipeline = foldingConstants(
    () => parsePipeline(stages, { sources, collection, depth: 0 }),
    'Failed to optimize pipeline',
  );
  const documents = runOnCollection(pipeline, { sources, collection }, { NOW: now });
  return withinWork(MOST_WORK, () => withinStack(() => Array.from(documents, textOf)));
}

function textOf(document: BsonDocument): string {
  requireWritable(document);
  const text = toEjson(document);
  // BSON is at most five times as long as the text: most texts need no second look.
  if (text.length > MOST_BYTES / 8) {
    const size = calculateObjectSize(document);
    if (size > MOST_BYTES) {
      throw requestFailed(`BSONObj size: ${size} is invalid. Size must be between 0 and ${MOST_BYTES}(16MB)`);
    }
  }
  return text;
}
