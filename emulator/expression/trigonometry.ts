import { Decimal128, Double } from 'bson';
import { requestFailed } from '../cloud-error';
import { multiplyDecimals } from '../values/decimal';
import { typeName } from '../values/type-names';
import { isDecimal, isNumber, toJsNumber } from '../values/value';
import { ofOneNumber } from './arithmetic';
import type { Expression, Operator, Scope } from './expression';
import { doubleOf } from './logarithms';
import { twoOperands } from './operands';
import { isNothing, shown } from './text-operand';

/** Between what a function is defined, and how MongoDB writes it: round brackets leave the ends out. */
type Domain = { readonly text: string; readonly has: (value: number) => boolean };

const finite: Domain = { text: '(-inf,inf)', has: Number.isFinite };
const unit: Domain = { text: '[-1,1]', has: (value) => value >= -1 && value <= 1 };
const fromOne: Domain = { text: '[1,inf]', has: (value) => value >= 1 };
const everywhere: Domain = { text: '[-inf,inf]', has: () => true };

/** Angles are radians. NaN stays NaN; another number outside of a function's domain is refused. */
export const trigonometry: Readonly<Record<string, Operator>> = {
  $sin: angular(Math.sin, finite),
  $cos: angular(Math.cos, finite),
  $tan: angular(Math.tan, finite),
  $asin: angular(Math.asin, unit),
  $acos: angular(Math.acos, unit),
  $atan: angular(Math.atan, everywhere),
  $sinh: angular(Math.sinh, everywhere),
  $cosh: angular(Math.cosh, everywhere),
  $tanh: angular(Math.tanh, everywhere),
  $asinh: angular(Math.asinh, everywhere),
  $acosh: angular(Math.acosh, fromOne),
  $atanh: angular(Math.atanh, unit),

  $atan2: (operand, operator) => {
    const [ordinate, abscissa] = twoOperands(operand, operator);
    return (scope) => {
      const y = coordinate(ordinate, scope, operator);
      const x = y === undefined ? undefined : coordinate(abscissa, scope, operator);
      return y === undefined || x === undefined ? null : new Double(Math.atan2(y, x));
    };
  },

  $degreesToRadians: scaled(Math.PI / 180, Decimal128.fromString('0.01745329251994329576923690768488613')),
  $radiansToDegrees: scaled(180 / Math.PI, Decimal128.fromString('57.29577951308232087679815481410517')),
};

function angular(calculate: (value: number) => number, domain: Domain): Operator {
  return ofOneNumber((number, operator) => {
    const value = toJsNumber(number);
    if (!Number.isNaN(value) && !domain.has(value)) {
      throw requestFailed(`cannot apply ${operator} to ${shown(number)}, value must be in ${domain.text}`);
    }
    return new Double(calculate(doubleOf(number, operator)));
  });
}

function coordinate(expression: Expression, scope: Scope, operator: string): number | undefined {
  const value = expression(scope);
  if (isNothing(value)) return undefined;
  if (!isNumber(value)) throw requestFailed(`${operator} only supports numeric types, not ${typeName(value)}`);
  return doubleOf(value, operator);
}

function scaled(factor: number, decimalFactor: Decimal128): Operator {
  return ofOneNumber((number) =>
    isDecimal(number) ? multiplyDecimals(number, decimalFactor) : new Double(toJsNumber(number) * factor),
  );
}
