import { aggregated } from '../testing/documents-at-hand';
import { fromPlain } from '../values/plain';
import type { Value } from '../values/value';

type Plain = Readonly<Record<string, unknown>>;

const documents = [{ _id: 'a', n: 1, list: [1], text: 'x' }, { _id: 'b' }];

const run = (...stages: readonly unknown[]): readonly string[] =>
  aggregated(
    fromPlain(documents) as readonly Plain[] as readonly { readonly [field: string]: Value }[],
    stages.map(fromPlain),
  );

describe('a pipeline is refused', () => {
  it.each<[Plain, string]>([
    [{ $nope: 1 }, "Unrecognized pipeline stage name: '$nope'"],
    [{ match: {} }, "Unrecognized pipeline stage name: 'match'"],
    [{}, 'A pipeline stage specification object must contain exactly one field.'],
    [{ $match: {}, $limit: 1 }, 'A pipeline stage specification object must contain exactly one field.'],
    ...[
      '$out',
      '$merge',
      '$collStats',
      '$indexStats',
      '$currentOp',
      '$listSessions',
      '$planCacheStats',
      '$changeStream',
      '$search',
    ].map((stage): [Plain, string] => [{ [stage]: {} }, `the stage '${stage}' is not supported by the emulator`]),

    [{ $match: 5 }, 'the match filter must be an expression in an object'],
    [{ $match: { n: { $nope: 1 } } }, 'unknown operator: $nope'],
    [
      { $match: { n: { $near: { $geometry: { type: 'Point', coordinates: [1, 2] } } } } },
      '$geoNear, $near, and $nearSphere are not allowed',
    ],
    [{ $match: { $expr: { $eq: ['$$nobody', 1] } } }, 'Use of undefined variable: nobody'],

    [{ $limit: 0 }, 'the limit must be positive'],
    [{ $limit: -1 }, 'invalid argument to $limit stage: Expected a non-negative number in: $limit: -1'],
    [{ $limit: 1.5 }, 'invalid argument to $limit stage: Expected an integer: $limit: 1.5'],
    [{ $limit: 'x' }, 'invalid argument to $limit stage: Expected a number in: $limit: "x"'],
    [{ $skip: -1 }, 'invalid argument to $skip stage'],
    [{ $sample: { size: 0 } }, 'size argument to $sample must be a positive integer'],
    [{ $sample: {} }, '$sample stage must specify a size'],
    [{ $sample: { size: 1, x: 1 } }, 'unrecognized option to $sample: x'],

    [{ $sort: {} }, '$sort stage must have at least one sort key'],
    [{ $sort: { a: 2 } }, '$sort key ordering must be 1 (for ascending) or -1 (for descending)'],
    [{ $sort: { a: 'x' } }, 'Illegal key in $sort specification: a: "x"'],
    [{ $sort: 'a' }, 'the $sort key specification must be an object'],

    [{ $project: {} }, 'Invalid $project :: caused by :: projection specification must have at least one field'],
    [
      { $project: { a: 1, b: 0 } },
      'Invalid $project :: caused by :: Cannot do exclusion on field b in inclusion projection',
    ],
    [
      { $project: { a: 0, b: 1 } },
      'Invalid $project :: caused by :: Cannot do inclusion on field b in exclusion projection',
    ],
    [{ $project: { a: 0, b: '$c' } }, 'Cannot use expression other than $meta in exclusion projection'],
    [{ $project: { a: 1, 'a.b': 1 } }, 'Invalid $project :: caused by :: Path collision at a.b remaining portion b'],
    [{ $project: { 'a.b': 1, a: 1 } }, 'Invalid $project :: caused by :: Path collision at a'],
    [{ $project: { a: {} } }, 'An empty sub-projection is not a valid value. Found empty object at path a'],
    [{ $project: { a: { $nope: 1 } } }, "Invalid $project :: caused by :: Unrecognized expression '$nope'"],
    [{ $project: { 'a.': 1 } }, "FieldPath must not end with a '.'."],
    [{ $addFields: { a: { 'x.y': 1 } } }, "FieldPath field names may not contain '.'."],
    [{ $addFields: 5 }, '$addFields specification stage must be an object, got int'],
    [{ $set: { a: 1, 'a.b': 1 } }, 'Invalid $set :: caused by :: Path collision at a.b remaining portion b'],
    [{ $unset: 5 }, '$unset specification must be a string or an array'],
    [{ $unset: [] }, '$unset specification must be a string or an array with at least one field'],
    [{ $unset: ['a', 5] }, '$unset specification must be a string or an array containing only string values'],

    [{ $group: {} }, 'a group specification must include an _id'],
    [{ $group: 5 }, "a group's fields must be specified in an object"],
    [{ $group: { _id: null, 'a.b': { $sum: 1 } } }, "The field name 'a.b' cannot contain '.'"],
    [{ $count: '' }, 'the count field must be a non-empty string'],
    [{ $count: '$a' }, 'the count field cannot be a $-prefixed path'],
    [{ $count: 'a.b' }, "the count field cannot contain '.'"],
    [{ $count: '_id' }, "the count field cannot be '_id'"],
    [{ $count: '__proto__' }, '__proto__'],
    [{ $lookup: { from: '', as: 'a', pipeline: [] } }, "Invalid namespace specified ''"],
    [
      { $facet: { a: [{ $unionWith: { coll: 'things', pipeline: [{ $facet: { b: [] } }] } }] } },
      '$facet is not allowed to be used within a $facet stage',
    ],
    [
      { $setWindowFields: { sortBy: { a: 1, b: 1 }, output: { n: { $documentNumber: {} } } } },
      '$documentNumber must be specified with a top level sortBy expression with exactly one element',
    ],
    [{ $sortByCount: 'a' }, 'the sortByCount field must be defined as a $-prefixed path'],
    [{ $sortByCount: 5 }, 'the sortByCount field must be specified as a string or as an object'],

    [{ $unwind: 'list' }, "path option to $unwind stage should be prefixed with a '$': list"],
    [{ $unwind: {} }, 'no path specified to $unwind stage'],
    [{ $unwind: 5 }, 'expected either a string or an object as specification for $unwind stage, got int'],
    [{ $unwind: { path: '$a', x: 1 } }, 'unrecognized option to $unwind stage: x'],
    [
      { $unwind: { path: '$a', preserveNullAndEmptyArrays: 1 } },
      'expected a boolean for the preserveNullAndEmptyArrays option',
    ],
    [
      { $unwind: { path: '$a', includeArrayIndex: '$i' } },
      "includeArrayIndex option to $unwind stage should not be prefixed with a '$': $i",
    ],

    [{ $replaceRoot: {} }, 'no newRoot specified for the $replaceRoot stage'],
    [
      { $replaceRoot: { newRoot: '$nothing' } },
      "'newRoot' expression must evaluate to an object, but resulting value was: MISSING. Type of resulting value: 'missing'",
    ],
    [{ $replaceWith: '$n' }, "'replacement document' must evaluate to an object, but resulting value was: 1"],
    [
      { $redact: 'x' },
      "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE",
    ],

    [{ $facet: {} }, 'the $facet specification must be a non-empty object'],
    [{ $facet: { a: 5 } }, 'arguments to $facet must be arrays, a is type int'],
    [{ $facet: { a: [{ $facet: { b: [] } }] } }, '$facet is not allowed to be used within a $facet stage'],
    [{ $facet: { a: [{ $nope: 1 }] } }, "Unrecognized pipeline stage name: '$nope'"],

    [
      { $lookup: { from: 'x', as: 'y' } },
      "$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified",
    ],
    [
      { $lookup: { from: 'x', as: 'y', localField: 'a' } },
      "$lookup requires both or neither of 'localField' and 'foreignField' to be specified",
    ],
    [{ $lookup: { from: 'x', pipeline: [] } }, "must specify 'as' field for a $lookup"],
    [{ $lookup: { as: 'y', pipeline: [] } }, "missing 'from' option to $lookup stage specification"],
    [{ $lookup: { from: 'x', as: 'y', pipeline: [], x: 1 } }, 'unknown argument to $lookup: x'],
    [
      { $lookup: { from: 'x', as: 'y', let: { A: 1 }, pipeline: [] } },
      "'A' starts with an invalid character for a user variable name",
    ],
    [{ $graphLookup: { from: 'x' } }, "must specify 'as', 'startWith', 'connectFromField', and 'connectToField'"],
    [
      {
        $graphLookup: { from: 'x', as: 'y', startWith: '$a', connectFromField: 'a', connectToField: 'b', maxDepth: -1 },
      },
      'maxDepth requires a nonnegative argument, found: -1',
    ],
    [{ $unionWith: 5 }, 'the $unionWith stage specification must be an object or string, but found 5'],
    [{ $documents: [{}] }, "'$documents' can only be run with {aggregate: 1}"],

    [{ $bucket: { groupBy: '$n' } }, "$bucket requires 'groupBy' and 'boundaries' to be specified."],
    [
      { $bucket: { groupBy: 'n', boundaries: [1, 2] } },
      'The $bucket \'groupBy\' field must be defined as a $-prefixed path or an expression, but found: "n".',
    ],
    [
      { $bucket: { groupBy: '$n', boundaries: [1] } },
      "The $bucket 'boundaries' field must have at least 2 values, but found 1 value(s).",
    ],
    [{ $bucket: { groupBy: '$n', boundaries: [1, 'x'] } }, 'Found conflicting types int and string.'],
    [
      { $bucket: { groupBy: '$n', boundaries: [2, 1] } },
      'elements 0 and 1 are not in ascending order (2 is not less than 1)',
    ],
    [
      { $bucket: { groupBy: '$n', boundaries: [1, 9], default: 5 } },
      "The $bucket 'default' field must be less than the lowest boundary",
    ],
    [
      { $bucket: { groupBy: '$n', boundaries: [5, 9] } },
      '$switch could not find a matching branch for an input, and no default was specified.',
    ],
    [
      { $bucketAuto: { groupBy: '$n', buckets: 0 } },
      "The $bucketAuto 'buckets' field must be greater than 0, but found: 0.",
    ],
    [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R6' } }, "Unknown rounding granularity 'R6'"],
    [
      { $bucketAuto: { groupBy: '$text', buckets: 2, granularity: 'R5' } },
      'numeric boundaries only, but found a value with type:',
    ],

    [{ $setWindowFields: {} }, "BSON field '$setWindowFields.output' is missing but a required field"],
    [{ $setWindowFields: { output: { a: { $nope: 1 } } } }, 'Unrecognized window function, $nope'],
    [
      { $setWindowFields: { output: { a: { $sum: 1, window: { documents: [0, 1] } } } } },
      'Document-based bounds require a sortBy',
    ],
    [
      { $setWindowFields: { sortBy: { n: 1 }, output: { a: { $sum: 1, window: { documents: [1, 0] } } } } },
      'Lower bound must not exceed upper bound',
    ],
    [
      { $setWindowFields: { output: { a: { $sum: 1, window: { range: [0, 1] } } } } },
      'Range-based bounds require sortBy a single field',
    ],
    [
      { $setWindowFields: { output: { a: { $rank: {} } } } },
      '$rank must be specified with a top level sortBy expression with exactly one element',
    ],
    [
      { $setWindowFields: { partitionBy: '$list', output: { a: { $sum: 1 } } } },
      'An expression used to partition cannot evaluate to value of type array',
    ],
    [
      { $densify: { field: 'n', range: { step: 0, bounds: 'full' } } },
      'The step parameter in a range statement must be a strictly positive numeric value',
    ],
    [
      { $densify: { field: 'n', range: { step: 1, bounds: 'partition' } } },
      "one may not specify the bounds as 'partition'",
    ],
    [{ $densify: { field: 'text', range: { step: 1, bounds: 'full' } } }, 'Densify field type must be numeric'],
    [{ $densify: { field: 'n', range: { step: 1e-9, bounds: [0, 1] } } }, 'which is over the limit of 500000'],
    [{ $group: { _id: { a: 1 } } }, '$group does not support inclusion-style expressions'],
    [{ $group: { _id: { a: '$a', b: true } } }, '$group does not support inclusion-style expressions'],
    [{ $fill: { output: { n: { method: 'nope' } } } }, 'Method must be either locf or linear'],
  ])('for %j', (stage, message) => {
    expect(() => run(stage)).toThrow(message);
  });

  it('if it has more than a thousand stages', () => {
    const stages = (count: number): readonly unknown[] => Array.from({ length: count }, () => ({ $skip: 0 }));
    expect(run(...stages(1000))).toHaveLength(2);
    expect(() => run(...stages(1001))).toThrow('Pipeline length must be no longer than 1000 stages');
  });

  it('if pipelines are nested too deep', () => {
    const nested = (depth: number): Plain =>
      depth === 0 ? { $limit: 1 } : { $lookup: { from: 'nowhere', as: 'a', pipeline: [nested(depth - 1)] } };
    expect(run(nested(20))).toHaveLength(2);
    expect(() => run(nested(21))).toThrow('Maximum number of nested sub-pipelines exceeded. Limit is 20');
  });
});
