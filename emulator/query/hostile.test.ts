import fc from 'fast-check';
import { CloudError } from '../cloud-error';
import { upsertSeed } from '../update/upsert';
import { parseReplacement, parseUpdate } from '../update/apply-update';
import { anyValue } from '../values/arbitrary-value';
import { parseDocument, toEjson } from '../values/ejson';
import { documentOf } from '../values/fields';
import type { BsonDocument, Value } from '../values/value';
import { matches } from './matches';
import { parseFilter } from './parse-filter';
import { parseProjection } from './projection';

const ofFields =
  '$eq $ne $gt $gte $lt $lte $in $nin $exists $type $all $elemMatch $size $regex $options $mod $not ' +
  '$bitsAllSet $bitsAnySet $bitsAllClear $bitsAnyClear $geoWithin $geoIntersects $near $nearSphere $comment';
const ofDocuments = '$and $or $nor $expr $jsonSchema $comment $sampleRate $where $text';
const ofUpdates =
  '$set $setOnInsert $unset $inc $mul $min $max $bit $currentDate $push $addToSet $pop $pull $pullAll $rename';
const parts = '$each $position $slice $sort $ref $meta $geometry $literal $type and or xor';
const ofSchemas =
  'bsonType type enum items minItems uniqueItems required properties pattern patternProperties multipleOf minimum not anyOf';
const paths = ['a', 'b', '_id', 'a.b', 'a.0', 'a.0.b', 'a.$', 'a.$[]', 'a.$[].b', 'a.$[x]', '', 'a.', '.', '$', '0'];

const nameOf = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom(...words.flatMap((text) => text.split(' ')));
const pathOf = fc.constantFrom(...paths, 'constructor', 'toString', 'length', '\ud800', '😀');

/** Values in whose objects operators stand where they belong and where they do not. */
const { operand } = fc.letrec<{ operand: Value }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'medium', maxDepth: 4 },
    { weight: 4, arbitrary: anyValue },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Value>('$a', '$$ROOT', 'a.b', 'string', 'object', '(', '[a', '(a|b)*', 'i'),
    },
    { weight: 2, arbitrary: fc.array(tie('operand'), { maxLength: 3 }) },
    { weight: 4, arbitrary: objectOf(nameOf(ofFields, parts), tie('operand')) },
    { weight: 2, arbitrary: objectOf(fc.oneof(nameOf(ofDocuments, ofSchemas), pathOf), tie('operand')) },
  ),
}));

function objectOf(name: fc.Arbitrary<string>, value: fc.Arbitrary<Value>): fc.Arbitrary<BsonDocument> {
  return fc
    .uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 3, selector: ([field]) => field })
    .map(documentOf);
}

const filter = objectOf(fc.oneof(pathOf, nameOf(ofDocuments)), operand);
const update = objectOf(nameOf(ofUpdates), fc.oneof(objectOf(pathOf, operand), operand));
const projection = objectOf(pathOf, operand);
const document = objectOf(fc.constantFrom('_id', 'a', 'b', '0', ''), anyValue);

/** What an act gives, as text; an error that the cloud would answer with is an answer. */
function answerOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    if (error instanceof CloudError) return error.message;
    throw error;
  }
}

const rounds = { numRuns: 3000 };

describe('whatever is asked is answered or refused', () => {
  it('by a filter', () => {
    fc.assert(
      fc.property(filter, document, (asked, stored) => {
        const isFound = answerOf(() => matches(parseFilter(asked), stored));
        expect(['boolean', 'string']).toContain(typeof isFound);
      }),
      rounds,
    );
  });

  it('by an update, which leaves what can be stored and read again', () => {
    fc.assert(
      fc.property(update, filter, document, (asked, found, stored) => {
        const text = answerOf(() => toEjson(parseUpdate(asked)(stored, false, parseFilter(found))));
        const read = answerOf(() => toEjson(parseDocument(String(text), new Date(0))));
        expect([text, 'the text is not JSON']).toContain(read);
      }),
      rounds,
    );
  });

  it('by what an upsert or a replacement begins with', () => {
    fc.assert(
      fc.property(filter, update, operand, (found, asked, other) => {
        answerOf(() => parseUpdate(asked)(upsertSeed(parseFilter(found)), true));
        answerOf(() => parseReplacement(documentOf([['a', other]]))(upsertSeed(parseFilter(found)), true));
      }),
      rounds,
    );
  });

  it('by a projection', () => {
    fc.assert(
      fc.property(projection, filter, document, (asked, found, stored) => {
        const shown = answerOf(() => toEjson(parseProjection(asked)?.(stored, parseFilter(found)) ?? null));
        expect(typeof shown).toBe('string');
      }),
      rounds,
    );
  });
});
