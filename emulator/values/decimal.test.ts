import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { anyDecimal } from './arbitrary-value';
import {
  addDecimals,
  decimal128Of,
  decimalOf,
  divideDecimals,
  finiteDecimal,
  multiplyDecimals,
  remainderOfDecimals,
  subtractDecimals,
} from './decimal';
import { compareValues } from './order';

const decimal = (text: string): Decimal128 => Decimal128.fromString(text);

describe('arithmetic of decimals', () => {
  it.each([
    ['+', addDecimals, '0.1', '0.2', '0.3'],
    ['+', addDecimals, '1.50', '1', '2.50'],
    ['+', addDecimals, '9999999999999999999999999999999999', '1', '1.000000000000000000000000000000000E+34'],
    ['+', addDecimals, '1000000000000000000000000000000000', '0.5', '1000000000000000000000000000000000'],
    ['+', addDecimals, '1000000000000000000000000000000001', '0.5', '1000000000000000000000000000000002'],
    ['+', addDecimals, 'Infinity', '-Infinity', 'NaN'],
    ['+', addDecimals, 'NaN', '1', 'NaN'],
    ['-', subtractDecimals, '1', '1.00', '0.00'],
    ['*', multiplyDecimals, '1.20', '2', '2.40'],
    ['*', multiplyDecimals, '1E+6000', '1E+6000', 'Infinity'],
    ['*', multiplyDecimals, 'Infinity', '0', 'NaN'],
    ['*', multiplyDecimals, '-Infinity', '2', '-Infinity'],
    ['/', divideDecimals, '1', '3', '0.3333333333333333333333333333333333'],
    ['/', divideDecimals, '2', '3', '0.6666666666666666666666666666666667'],
    ['/', divideDecimals, '1', '8', '0.125'],
    ['/', divideDecimals, '6', '2', '3'],
    ['/', divideDecimals, '-1', '0', '-Infinity'],
    ['/', divideDecimals, '0', '0', 'NaN'],
    ['%', remainderOfDecimals, '5.5', '2', '1.5'],
    ['%', remainderOfDecimals, '-5.5', '2', '-1.5'],
    ['%', remainderOfDecimals, '5', '0', 'NaN'],
  ])('%s', (_sign, operation, left, right, result) => {
    expect(operation(decimal(left), decimal(right)).toString()).toBe(result);
  });

  it('rounds to 34 digits as bson does when it reads too many', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 45n), max: 10n ** 45n }),
        fc.integer({ min: -6200, max: 6100 }),
        (digits, power) => {
          const rounded = decimal128Of({ coefficient: digits, exponent: power });
          // bson rounds halves up; nothing else differs.
          const isTie = /^-?\d{34}50*$/.test(String(digits)) || power < -6170;
          fc.pre(!isTie);
          expect(compareValues(rounded, Decimal128.fromStringWithRounding(`${digits}E${power}`))).toBe(0);
        },
      ),
    );
  });

  it('takes back what it added, as long as no digit is lost', () => {
    const few = fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: -8, max: 8 }))
      .map(([digits, power]) => decimal(`${digits}E${power}`));
    fc.assert(
      fc.property(few, few, (left, right) => {
        expect(compareValues(subtractDecimals(addDecimals(left, right), right), left)).toBe(0);
        fc.pre(finiteDecimal(right)?.coefficient !== 0n);
        expect(compareValues(divideDecimals(multiplyDecimals(left, right), right), left)).toBe(0);
      }),
    );
  });

  it('comes back from its parts', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        const parts = finiteDecimal(value);
        fc.pre(parts?.coefficient !== 0n);
        expect(parts === undefined ? '' : decimal128Of(parts).toString()).toBe(value.toString());
      }),
    );
  });

  it.each([
    [new Int32(5), '5'],
    [Long.fromString('9223372036854775807'), '9223372036854775807'],
    [new Double(0.1), '0.100000000000000'],
    [new Double(2.5), '2.50000000000000'],
    [new Double(0), '0'],
    [new Double(NaN), 'NaN'],
  ])('takes %p for %s', (value, text) => {
    expect(decimalOf(value).toString()).toBe(text);
  });
});
