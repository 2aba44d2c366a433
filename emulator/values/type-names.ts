import type { Value } from './value';
import { kindOf } from './value';

/** MongoDB's types by the names that `$type` takes, and by the numbers behind them. */
export const typeNumbers = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;

export type TypeName = keyof typeof typeNumbers;

const numbers = { Int32: 'int', Long: 'long', Double: 'double', Decimal128: 'decimal' } as const;

/** The type of a value by the name MongoDB's `$type` and its error texts have for it; `missing` where there is none. */
export function typeName(value: Value | undefined): TypeName | 'missing' {
  const kind = kindOf(value);
  switch (kind) {
    case 'number':
      return numbers[(value as { readonly _bsontype: keyof typeof numbers })._bsontype];
    case 'string':
      return typeof value === 'string' ? 'string' : 'symbol';
    case 'boolean':
      return 'bool';
    default:
      return kind;
  }
}

export function isTypeName(name: string): name is TypeName {
  return Object.hasOwn(typeNumbers, name);
}
