import fc from 'fast-check';
import { CloudError } from '../cloud-error';
import { parseExpression, scopeOf } from '../expression/expression';
import { operatorNames } from '../expression/operators';
import { aggregated } from '../testing/documents-at-hand';
import { anyValue } from '../values/arbitrary-value';
import { toEjson } from '../values/ejson';
import { documentOf } from '../values/fields';
import { fromPlain } from '../values/plain';
import type { BsonDocument, Value } from '../values/value';
import { MOST_WORK, withinWork } from '../work';

const stages =
  '$addFields $bucket $bucketAuto $count $densify $documents $facet $fill $geoNear $graphLookup $group $limit $lookup ' +
  '$match $project $redact $replaceRoot $replaceWith $sample $set $setWindowFields $skip $sort $sortByCount $unionWith ' +
  '$unset $unwind $merge $out';
const accumulators =
  '$sum $avg $min $max $first $last $push $addToSet $count $mergeObjects $stdDevPop $stdDevSamp $firstN $lastN $minN ' +
  '$maxN $top $topN $bottom $bottomN $percentile $median $rank $denseRank $documentNumber $shift $derivative $integral ' +
  '$covariancePop $covarianceSamp $expMovingAvg $locf $linearFill';
const parts =
  '_id a b groupBy boundaries default output buckets granularity field range step bounds unit partitionByFields from as ' +
  'localField foreignField let pipeline startWith connectFromField connectToField maxDepth depthField newRoot size path ' +
  'includeArrayIndex preserveNullAndEmptyArrays partitionBy sortBy window documents by method value input in cond vars ' +
  'initialValue date timezone format startDate endDate amount dateString onNull onError to if then else branches case n ' +
  'regex options chars find replacement inputs defaults useLongestLength p near key distanceField coll limit';

const words = (text: string): fc.Arbitrary<string> => fc.constantFrom(...text.split(' '));
const path = fc.constantFrom('a', 'b', '_id', 'a.b', 'a.0', 'x', 'b.a', 'toString', '', 'a.', '.', '$', '😀');

const { operand } = fc.letrec<{ operand: Value }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'medium', maxDepth: 5 },
    { weight: 3, arbitrary: anyValue },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Value>(
        ...['$a', '$b', '$a.b', '$$ROOT', '$$CURRENT.a', '$$NOW', '$$REMOVE', '$$this', '$$value', '$$x', '$', '$$'],
        ...[
          'a',
          'things',
          'others',
          'full',
          'partition',
          'day',
          'month',
          'linear',
          'locf',
          'R5',
          '%Y-%m',
          '(a|b)*',
          'int',
        ],
        ...[
          'Asia/Shanghai',
          '+08:00',
          'unbounded',
          'current',
          'approximate',
          '2024-02-30',
          '1e5',
          'decimal',
          '\ud800',
          '__proto__',
        ],
      ),
    },
    { weight: 3, arbitrary: fc.array(tie('operand'), { maxLength: 4 }) },
    { weight: 6, arbitrary: objectOf(fc.constantFrom(...operatorNames()), tie('operand'), 1) },
    { weight: 2, arbitrary: objectOf(words(accumulators), tie('operand'), 1) },
    { weight: 4, arbitrary: objectOf(words(parts), tie('operand'), 4) },
    { weight: 1, arbitrary: objectOf(path, tie('operand'), 3) },
    { weight: 1, arbitrary: objectOf(words(stages), tie('operand'), 1) },
  ),
}));

function objectOf(name: fc.Arbitrary<string>, value: fc.Arbitrary<Value>, most = 3): fc.Arbitrary<BsonDocument> {
  return fc
    .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: most, selector: ([field]) => field })
    .map(documentOf);
}

const fieldPath = path.map((text): Value => `$${text}`);

/** Stages whose options are where they belong, so that more than their reading is put to the test. */
const wellFormed: fc.Arbitrary<Value> = fc.oneof(
  fc.tuple(words('$addFields $project $set $match'), objectOf(path, operand)).map((entry) => documentOf([entry])),
  fc
    .tuple(operand, objectOf(words('a b c'), objectOf(words(accumulators), operand, 1)))
    .map(([by, outputs]): Value => ({ $group: { ...outputs, _id: by } })),
  fc
    .record({
      partitionBy: operand,
      sortBy: fc.constantFrom({ a: 1 }, { b: -1 }, { a: 1, b: 1 }).map(fromPlain),
      output: objectOf(words('a b c'), objectOf(words(accumulators), operand, 1)),
    })
    .map(($setWindowFields): Value => ({ $setWindowFields })),
  fc.record({ path: fieldPath, includeArrayIndex: path }).map(($unwind): Value => ({ $unwind })),
  fc
    .record({ from: fc.constant('things'), localField: path, foreignField: path, as: path })
    .map(($lookup): Value => ({ $lookup })),
  fc
    .record({ field: path, range: fc.record({ step: operand, bounds: operand, unit: operand }, { requiredKeys: [] }) })
    .map(($densify): Value => ({ $densify })),
  fc.record({ groupBy: fieldPath, boundaries: operand, default: operand }).map(($bucket): Value => ({ $bucket })),
  fc.record({ groupBy: fieldPath, buckets: fc.nat(5).map(fromPlain) }).map(($bucketAuto): Value => ({ $bucketAuto })),
  objectOf(path, operand).map(($sort): Value => ({ $sort })),
);

const stage: fc.Arbitrary<Value> = fc.oneof(wellFormed, objectOf(words(stages), operand, 1));
const pipeline = fc.array(stage, { minLength: 1, maxLength: 4 });
const documents = fc.array(objectOf(fc.constantFrom('_id', 'a', 'b', '0', 'x'), anyValue), { maxLength: 4 });

/** What an act gives, as text; an error that the cloud would answer with is an answer. */
function answerOf(act: () => string | readonly string[]): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof CloudError) return error.message;
    throw error;
  }
}

describe('whatever is asked is answered or refused', () => {
  it('by an expression, of every operator', () => {
    fc.assert(
      fc.property(
        objectOf(fc.constantFrom(...operatorNames()), operand, 1),
        objectOf(words('a b x'), anyValue),
        (asked, document) => {
          const answer = answerOf(() =>
            withinWork(MOST_WORK, () => toEjson(parseExpression(asked)(scopeOf(document)) ?? null)),
          );
          expect(typeof answer).toBe('string');
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('by a pipeline, of every stage', () => {
    fc.assert(
      fc.property(documents, pipeline, (stored, asked) => {
        answerOf(() => aggregated(stored, asked));
      }),
      { numRuns: 3000 },
    );
  });
});
