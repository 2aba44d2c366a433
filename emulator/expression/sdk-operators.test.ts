import { expressionsOf, stagesOn } from '../testing/pipelines';
import type { SdkCloud, SdkDatabase } from '../testing/sdk-database';
import { sdkCloud } from '../testing/sdk-database';

type Operators = Readonly<
  Record<
    | 'abs'
    | 'add'
    | 'allElementsTrue'
    | 'and'
    | 'anyElementTrue'
    | 'arrayElemAt'
    | 'arrayToObject'
    | 'ceil'
    | 'cmp'
    | 'concatArrays'
    | 'cond'
    | 'divide'
    | 'eq'
    | 'exp'
    | 'filter'
    | 'floor'
    | 'gt'
    | 'gte'
    | 'ifNull'
    | 'in'
    | 'indexOfArray'
    | 'isArray'
    | 'let'
    | 'literal'
    | 'ln'
    | 'log'
    | 'log10'
    | 'lt'
    | 'lte'
    | 'map'
    | 'mergeObjects'
    | 'meta'
    | 'mod'
    | 'multiply'
    | 'neq'
    | 'not'
    | 'objectToArray'
    | 'or'
    | 'pow'
    | 'range'
    | 'reduce'
    | 'reverseArray'
    | 'setDifference'
    | 'setEquals'
    | 'setIntersection'
    | 'setIsSubset'
    | 'setUnion'
    | 'size'
    | 'slice'
    | 'sqrt'
    | 'subtract'
    | 'switch'
    | 'trunc'
    | 'zip',
    (operand: unknown) => unknown
  >
>;

const operatorsOf = (database: SdkDatabase) => expressionsOf(database) as unknown as Operators;

let sdk: SdkCloud;

beforeAll(async () => {
  sdk = await sdkCloud([{ name: 'things', indexes: [] }]);
  sdk.cloud.documents('things').insert({
    _id: 'one',
    n: -7.5,
    a: [1, 2, 3],
    mixed: [true, 0],
    o: { x: 1, y: 2 },
    s: 'text',
    at: new Date(1000),
    nothing: null,
  });
});
afterAll(() => sdk.cloud.close());

type Row = readonly [title: string, build: ($: Operators) => unknown, expected: unknown];

/** As a function reads it: what is missing is not in the answer at all. */
const rows: readonly Row[] = [
  ['abs', ($) => $.abs('$n'), 7.5],
  ['add', ($) => $.add(['$n', 1]), -6.5],
  ['add to a date', ($) => $.add(['$at', 500]), new Date(1500)],
  ['ceil', ($) => $.ceil('$n'), -7],
  ['divide', ($) => $.divide(['$o.y', '$o.x']), 2],
  ['exp', ($) => $.exp(0), 1],
  ['floor', ($) => $.floor('$n'), -8],
  ['ln', ($) => $.ln(1), 0],
  ['log', ($) => $.log([8, 2]), 3],
  ['log10', ($) => $.log10(100), 2],
  ['mod', ($) => $.mod([7, 4]), 3],
  ['multiply', ($) => $.multiply(['$n', '$o.y']), -15],
  ['pow', ($) => $.pow([2, 10]), 1024],
  ['sqrt', ($) => $.sqrt(9), 3],
  ['subtract', ($) => $.subtract(['$at', new Date(400)]), 600],
  ['trunc', ($) => $.trunc('$n'), -7],
  ['arrayElemAt', ($) => $.arrayElemAt(['$a', -1]), 3],
  ['arrayElemAt beyond the end', ($) => $.arrayElemAt(['$a', 9]), undefined],
  ['arrayToObject', ($) => $.arrayToObject([[['k', 1]]]), { k: 1 }],
  ['concatArrays', ($) => $.concatArrays(['$a', [4]]), [1, 2, 3, 4]],
  ['filter', ($) => $.filter({ input: '$a', as: 'item', cond: $.gte(['$$item', 2]) }), [2, 3]],
  ['in', ($) => $.in([2, '$a']), true],
  ['indexOfArray', ($) => $.indexOfArray(['$a', 3]), 2],
  ['isArray', ($) => $.isArray('$a'), true],
  ['map', ($) => $.map({ input: '$a', as: 'item', in: $.multiply(['$$item', 2]) }), [2, 4, 6]],
  ['range', ($) => $.range([0, 6, 2]), [0, 2, 4]],
  ['reduce', ($) => $.reduce({ input: '$a', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6],
  ['reverseArray', ($) => $.reverseArray('$a'), [3, 2, 1]],
  ['size', ($) => $.size('$a'), 3],
  ['slice', ($) => $.slice(['$a', 1, 5]), [2, 3]],
  [
    'zip',
    ($) => $.zip({ inputs: ['$a', ['x']], useLongestLength: true, defaults: [0, '-'] }),
    [
      [1, 'x'],
      [2, '-'],
      [3, '-'],
    ],
  ],
  ['and', ($) => $.and(['$a', '$s']), true],
  ['not', ($) => $.not('$nothing'), true],
  ['or', ($) => $.or(['$nothing', 0]), false],
  ['cmp', ($) => $.cmp(['$n', 0]), -1],
  ['eq', ($) => $.eq(['$s', 'text']), true],
  ['gt', ($) => $.gt(['$n', 0]), false],
  ['gte', ($) => $.gte(['$o.x', 1]), true],
  ['lt', ($) => $.lt(['$n', 0]), true],
  ['lte', ($) => $.lte(['$o.x', 0]), false],
  ['neq', ($) => $.neq(['$s', 'text']), false],
  ['cond', ($) => $.cond({ if: $.lt(['$n', 0]), then: 'below', else: 'above' }), 'below'],
  ['ifNull', ($) => $.ifNull(['$nothing', 'instead']), 'instead'],
  ['switch', ($) => $.switch({ branches: [{ case: $.gt(['$n', 0]), then: 1 }], default: 2 }), 2],
  ['literal', ($) => $.literal('$n'), '$n'],
  ['mergeObjects', ($) => $.mergeObjects(['$o', { y: 3 }]), { x: 1, y: 3 }],
  [
    'objectToArray',
    ($) => $.objectToArray('$o'),
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  ['allElementsTrue', ($) => $.allElementsTrue(['$mixed']), false],
  ['anyElementTrue', ($) => $.anyElementTrue(['$mixed']), true],
  ['setDifference', ($) => $.setDifference(['$a', [2]]), [1, 3]],
  ['setEquals', ($) => $.setEquals(['$a', [3, 2, 1, 1]]), true],
  ['setIntersection', ($) => $.setIntersection(['$a', [3, 1, 5]]), [1, 3]],
  ['setIsSubset', ($) => $.setIsSubset([[1], '$a']), true],
  ['setUnion', ($) => $.setUnion(['$a', [0]]), [0, 1, 2, 3]],
  ['let', ($) => $.let({ vars: { twice: $.multiply(['$o.y', 2]) }, in: $.add(['$$twice', 1]) }), 5],
];

describe("the SDK's operators over numbers, arrays, objects and sets", () => {
  it.each(rows)('%s', async (_, build, expected) => {
    const answer = await sdk.using(async (database) => {
      const built = build(operatorsOf(database));
      return (await stagesOn(database, 'things').project({ _id: 0, result: built }).end()).data;
    });
    expect(answer).toEqual([expected === undefined ? {} : { result: expected }]);
  });

  it('refuses meta, which asks for a score that nothing has', async () => {
    const asked = sdk.using((database) => {
      const { meta } = operatorsOf(database);
      return stagesOn(database, 'things')
        .addFields({ score: meta('textScore') })
        .end();
    });
    await expect(asked).rejects.toThrow('$meta is not supported by the emulator');
  });
});
