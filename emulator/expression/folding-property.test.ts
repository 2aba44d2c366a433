import fc from 'fast-check';
import { evaluated } from '../testing/evaluated';

/** A constant, a field of the document, or an operator upon some of either. */
type Tree = { readonly constant: unknown } | { readonly field: string } | Operation;
type Operation = { readonly operator: string; readonly operands: readonly Tree[] };

const fields = { one: 1, nothing: null, list: [1, 'a', [2]], zero: 0, text: 'abc' };

const leaf = fc.oneof(
  fc.constantFrom<unknown>(0, 1, -1, null, true, false, 'a', '', [], [1, 2], ['b', 'a', 'b']).map((constant) => ({
    constant,
  })),
  fc.constantFrom('one', 'nothing', 'list', 'zero', 'text', 'missing').map((field) => ({ field })),
);

// Among random values hardly two are what the same operator takes.
const text = fc.constantFrom<Tree>({ constant: 'a' }, { constant: 'b' }, { field: 'text' });
const list = fc.constantFrom<Tree>(
  { constant: [1, 2] },
  { constant: ['b', 'a'] },
  { constant: [3] },
  { field: 'list' },
);

const operation = (names: string, operand: fc.Arbitrary<Tree>, least: number, most = least): fc.Arbitrary<Operation> =>
  fc.record({
    operator: fc.constantFrom(...names.split(' ')),
    operands: fc.array(operand, { minLength: least, maxLength: most }),
  });

const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const of = tie('tree');
  return {
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      operation('$not $isArray $size $toString $abs $reverseArray $first $toBool $toInt $allElementsTrue', of, 1),
      operation('$and $or $add $concat $concatArrays $setUnion $setIntersection $ifNull $max array', of, 1, 4),
      operation('$eq $lt $subtract $divide $in $arrayElemAt $setDifference $map $filter $let $convert object', of, 2),
      operation('$cond $reduce', of, 3),
      operation('$concat', text, 2, 5),
      operation('$concatArrays $setUnion $setIntersection', list, 2, 5),
      operation('$switch', of, 4, 5),
    ),
  };
});

const written: Readonly<Record<string, (...operands: readonly unknown[]) => unknown>> = {
  array: (...items) => items,
  object: (a, b) => ({ a, b }),
  $map: (input, inner) => ({ $map: { input, in: [inner, '$$this'] } }),
  $filter: (input, cond) => ({ $filter: { input, cond } }),
  $let: (a, inner) => ({ $let: { vars: { a }, in: ['$$a', inner] } }),
  $reduce: (input, initialValue, a) => ({
    $reduce: { input, initialValue, in: { $ifNull: [a, ['$$value', '$$this']] } },
  }),
  $convert: (input, onError) => ({ $convert: { input, to: 'int', onError, onNull: 'none' } }),
  $switch: (a, b, c, d, ...otherwise) => ({
    $switch: {
      branches: [
        { case: a, then: b },
        { case: c, then: d },
      ],
      ...(otherwise.length > 0 ? { default: otherwise[0] } : {}),
    },
  }),
};

/** The expression with its constants written down, or each in a field of its own, where nothing can be folded. */
function expressionOf(from: Tree, apart: Record<string, unknown> | undefined): unknown {
  if ('field' in from) return `$${from.field}`;
  if ('operator' in from) {
    const operands = from.operands.map((operand) => expressionOf(operand, apart));
    return written[from.operator]?.(...operands) ?? { [from.operator]: operands };
  }
  if (apart === undefined) return from.constant;
  const name = `c${Object.keys(apart).length}`;
  apart[name] = from.constant;
  return `$${name}`;
}

it('what comes of an expression is the same whether its constants are folded or not', () => {
  let values = 0;
  fc.assert(
    fc.property(tree, (from) => {
      const apart = {};
      const unfolded = evaluated(expressionOf(from, apart), { ...fields, ...apart });
      const folded = evaluated(expressionOf(from, undefined), fields);
      // A refusal may come earlier, or not at all where a constant decides: what comes out may not be another.
      if (folded.startsWith('error') || unfolded.startsWith('error')) return;
      values += 1;
      expect(folded).toBe(unfolded);
    }),
    { numRuns: 4_000 },
  );
  expect(values).toBeGreaterThan(500);
});
