import { Decimal128, Double, Long } from 'bson';
import { addDecimals, decimalOfInteger, divideDecimals } from '../values/decimal';
import type { BsonNumber, Value } from '../values/value';
import { isNumber } from '../values/value';
import type { Running } from './running';
import { intOrLong } from './numbers';

/** Types of numbers, each wider than the one before it: a sum is of the widest that went into it. */
const widths = { Int32: 0, Long: 1, Double: 2, Decimal128: 3 } as const;

type Total = { add(number: BsonNumber): void; sum(): BsonNumber; mean(): Value };

/**
 * Adds numbers up so that none is lost for being small: whole numbers exactly, doubles with the rest that each addition
 * rounds away kept beside (two-sum), decimals as decimals.
 */
function startTotal(): Total {
  let width = 0;
  let count = 0;
  let whole = 0n;
  // Whole numbers gather here first: a JavaScript number adds much faster than a bigint.
  let small = 0;
  let double = 0;
  let rest = 0;
  let plain = 0;
  let decimal: Decimal128 | undefined;

  const addDouble = (value: number): void => {
    const next = double + value;
    const back = next - double;
    rest += double - (next - back) + (value - back);
    double = next;
    plain += value;
  };
  const wholes = (): bigint => whole + BigInt(small);
  const asDouble = (): number => {
    const exact = wholes();
    const near = Number(exact);
    if (!Number.isFinite(plain)) return plain + near;
    if (double === 0 && rest === 0) return near;
    const saved = [double, rest] as const;
    addDouble(near);
    addDouble(Number(exact - BigInt(near)));
    const result = double + rest;
    [double, rest] = saved;
    return result;
  };
  const asDecimal = (): Decimal128 => {
    const parts = Number.isFinite(plain) ? [double, rest].filter((part) => part !== 0) : [plain];
    return [...parts.map(exactDecimal), decimalOfInteger(wholes())].reduce(
      addDecimals,
      decimal ?? decimalOfInteger(0n),
    );
  };

  return {
    add(number) {
      count += 1;
      width = Math.max(width, widths[number._bsontype]);
      if (number._bsontype === 'Int32') {
        small += number.value;
        if (small > 2 ** 52 || small < -(2 ** 52)) {
          whole += BigInt(small);
          small = 0;
        }
      } else if (number._bsontype === 'Long') whole += number.toBigInt();
      else if (number._bsontype === 'Double') addDouble(number.value);
      else decimal = decimal === undefined ? number : addDecimals(decimal, number);
    },
    sum() {
      if (width === widths.Decimal128) return asDecimal();
      const exact = wholes();
      if (width === widths.Double || BigInt.asIntN(64, exact) !== exact) return new Double(asDouble());
      return width === widths.Int32 ? intOrLong(exact) : Long.fromBigInt(exact);
    },
    mean() {
      if (count === 0) return null;
      if (width === widths.Decimal128) return divideDecimals(asDecimal(), decimalOfInteger(BigInt(count)));
      return new Double(asDouble() / count);
    },
  };
}

/** All the digits that a decimal has room for, as sums take a double; conversions stop after 15. */
function exactDecimal(value: number): Decimal128 {
  if (!Number.isFinite(value)) return Decimal128.fromString(String(value));
  // Noughts at the end say nothing of a double.
  return Decimal128.fromString(
    value
      .toPrecision(34)
      .replace(/(\.\d*?)0+(?=e|$)/, '$1')
      .replace(/\.(?=e|$)/, ''),
  );
}

const totalling = (answer: (total: Total) => Value) => (): Running => {
  const total = startTotal();
  return {
    add: (value) => {
      if (isNumber(value)) total.add(value);
    },
    result: () => answer(total),
  };
};

/** The sum of what is a number; 0 where nothing is. */
export const runningSum = totalling((total) => total.sum());

/** The mean of what is a number, a double or a decimal; null where nothing is. */
export const runningMean = totalling((total) => total.mean());
