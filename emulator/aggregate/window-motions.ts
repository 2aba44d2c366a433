import type { Decimal128 } from 'bson';
import { Double } from 'bson';
import { requestFailed } from '../cloud-error';
import type { Unit } from '../expression/dates-unit';
import { DAY_MS } from '../expression/dates-calendar';
import { dayUnits, exactUnits, isDayUnit, isExactUnit } from '../expression/dates-unit';
import type { Expression, Scope } from '../expression/expression';
import { parseExpression } from '../expression/expression';
import { add, asDecimal, divide, multiply, subtract } from '../expression/numbers';
import { decimalOfInteger } from '../values/decimal';
import { shown } from '../expression/text-operand';
import { typeName } from '../values/type-names';
import type { BsonNumber, Value } from '../values/value';
import { isDate, isDecimal, isDocument, isNumber, toJsNumber } from '../values/value';
import { optionsOf, requiredOption } from './options';
import { unitOf } from './steps';
import { reaches } from './window-bounds';
import { covariance } from './window-covariance';
import type { Partition, Setting, WindowFunctionParser } from './window-functions';
import { refuseWindow } from './window-ranks';

/** Window functions about how one number moves with another, or with what documents are sorted by. */
export const windowMotions: Readonly<Record<string, WindowFunctionParser>> = {
  $derivative: (operand, setting, operator) => {
    if (!setting.hasWindow) throw requestFailed(`${operator} requires explicit window bounds`);
    return overTime(operand, setting, operator, (points) => {
      const [first, last] = [points[0], points[points.length - 1]];
      if (first === undefined || last === undefined || last.x === first.x) return null;
      return new Double((last.y - first.y) / (last.x - first.x));
    });
  },

  $integral: (operand, setting, operator) =>
    overTime(operand, setting, operator, (points) => {
      if (points.length === 0) return null;
      let area = 0;
      points.slice(1).forEach(({ x, y }, at) => {
        const before = points[at] ?? { x, y };
        area += ((before.y + y) * (x - before.x)) / 2;
      });
      return new Double(area);
    }),

  $covariancePop: covariance(0),
  $covarianceSamp: covariance(1),

  $expMovingAvg: (operand, setting, operator) => {
    if (!isDocument(operand)) {
      throw requestFailed(`${operator} must have exactly one argument that is an object, found ${typeName(operand)}`);
    }
    refuseWindow(setting, operator);
    requireOrder(setting, operator);
    const { input, N, alpha } = optionsOf(operand, operator, ['input', 'N', 'alpha']);
    if (input === undefined || (N === undefined) === (alpha === undefined)) {
      throw requestFailed(
        `${operator} sub object must have exactly two fields: An 'input' field, and either an 'N' field or an 'alpha' field`,
      );
    }
    const weight = N === undefined ? alphaOf(alpha) : asDecimal(divide(TWO, asDecimal(new Double(wholeAbove0(N) + 1))));
    const expression = parseExpression(input);
    return ({ scopes }) => {
      let average: BsonNumber | undefined;
      return scopes.map((scope) => {
        const value = expression(scope);
        if (!isNumber(value)) return null;
        average = average === undefined ? widened(value) : averaged(value, average, weight);
        return average;
      });
    };
  },
};

type Point = { readonly x: number; readonly y: number };

function overTime(
  operand: Value,
  { order, bounds }: Setting,
  operator: string,
  answer: (points: readonly Point[]) => Value,
) {
  const options = optionsOf(operand, operator, ['input', 'unit']);
  const input = parseExpression(requiredOption(options, operator, 'input'));
  if (order.length !== 1) throw requestFailed(`${operator} requires a sortBy with exactly one element`);
  const unit = unitOf(options['unit']);
  const unitMs = unit === undefined ? undefined : msOf(unit, operator);
  return ({ scopes, values }: Partition): readonly Value[] => {
    const points = values.map((value, at): Point => ({
      x: alongTime(value, unitMs, operator),
      y: heightOf(input, scopes[at] ?? {}, operator),
    }));
    return reaches(bounds, values).map(({ from, to }) => answer(points.slice(from, to)));
  };
}

function heightOf(input: Expression, scope: Scope, operator: string): number {
  const value = input(scope);
  if (isNumber(value)) return toJsNumber(value);
  if (isDate(value)) return value.getTime();
  throw requestFailed(`${operator} input must be a number or a date, but it was ${typeName(value)}`);
}

function alongTime(value: Value | undefined, unitMs: number | undefined, operator: string): number {
  if (unitMs === undefined) {
    if (isDate(value)) throw requestFailed(`${operator} where the sortBy is a Date requires a 'unit'`);
    if (isNumber(value)) return toJsNumber(value);
    throw requestFailed(`${operator} (with no 'unit') expects the sortBy field to be numeric`);
  }
  if (!isDate(value)) throw requestFailed(`${operator} with 'unit' expects the sortBy field to be a Date`);
  return value.getTime() / unitMs;
}

function msOf(unit: Unit, operator: string): number {
  if (isExactUnit(unit)) return exactUnits[unit];
  if (isDayUnit(unit)) return dayUnits[unit] * DAY_MS;
  throw requestFailed(`${operator}: unit must be 'week' or smaller`);
}

const [ONE, TWO] = [decimalOfInteger(1n), decimalOfInteger(2n)];

// Ints and longs have no room for an average.
const widened = (value: BsonNumber): BsonNumber => (isDecimal(value) ? value : new Double(toJsNumber(value)));

function averaged(value: BsonNumber, before: BsonNumber, weight: Decimal128): BsonNumber {
  if (isDecimal(value) || isDecimal(before)) {
    return add(multiply(value, weight), multiply(before, subtract(ONE, weight)));
  }
  const share = toJsNumber(weight);
  return new Double(toJsNumber(value) * share + toJsNumber(before) * (1 - share));
}

function alphaOf(alpha: Value | undefined): Decimal128 {
  const number = isNumber(alpha) ? toJsNumber(alpha) : NaN;
  if (isNumber(alpha) && number > 0 && number < 1) return asDecimal(alpha);
  throw requestFailed(`'alpha' must be between 0 and 1 (exclusive), found alpha: ${shown(alpha)}`);
}

function wholeAbove0(value: Value): number {
  const number = isNumber(value) ? toJsNumber(value) : NaN;
  if (!Number.isInteger(number)) throw requestFailed(`'N' field must be an integer, but found type ${typeName(value)}`);
  if (number <= 0) throw requestFailed(`'N' must be greater than zero. Got ${number}`);
  return number;
}

function requireOrder({ order }: Setting, operator: string): void {
  if (order.length === 0) throw requestFailed(`${operator} requires an explicit 'sortBy'`);
}
