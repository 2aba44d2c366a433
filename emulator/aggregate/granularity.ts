import { Double } from 'bson';
import { requestFailed } from '../cloud-error';
import { intOrLong, wholeOf } from '../expression/numbers';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isNumber, toJsNumber } from '../values/value';

/** The next step of a series of preferred numbers, strictly above or below; zero stays zero. */
export type Rounding = { up(value: Value): Value; down(value: Value): Value };

const renard5 = [10, 16, 25, 40, 63];
const renard10 = [100, 125, 160, 200, 250, 315, 400, 500, 630, 800];
const renard20 = [100, 112, 125, 140, 160, 180, 200, 224, 250, 280, 315, 355, 400, 450, 500, 560, 630, 710, 800, 900];
const renard40 = [
  100, 106, 112, 118, 125, 132, 140, 150, 160, 170, 180, 190, 200, 212, 224, 236, 250, 265, 280, 300, 315, 335, 355,
  375, 400, 425, 450, 475, 500, 530, 560, 600, 630, 670, 710, 750, 800, 850, 900, 950,
];
const renard80 = [
  103, 109, 115, 122, 128, 136, 145, 155, 165, 175, 185, 195, 206, 218, 230, 243, 258, 272, 290, 307, 325, 345, 365,
  387, 412, 437, 462, 487, 515, 545, 575, 615, 650, 690, 730, 775, 825, 875, 925, 975,
].flatMap((between, at) => [renard40[at] ?? 0, between]);
const e24 = [10, 11, 12, 13, 15, 16, 18, 20, 22, 24, 27, 30, 33, 36, 39, 43, 47, 51, 56, 62, 68, 75, 82, 91];

/** Every n-th root of ten, to three digits, as IEC 60063 has it; in E192 one is rounded the other way there. */
function geometric(count: number): readonly number[] {
  return Array.from({ length: count }, (_none, at) => {
    const step = Math.round(100 * 10 ** (at / count));
    return count === 192 && step === 919 ? 920 : step;
  });
}

const series: Readonly<Record<string, readonly number[]>> = {
  R5: renard5,
  R10: renard10,
  R20: renard20,
  R40: renard40,
  R80: renard80,
  '1-2-5': [10, 20, 50],
  E6: e24.filter((_step, at) => at % 4 === 0),
  E12: e24.filter((_step, at) => at % 2 === 0),
  E24: e24,
  E48: geometric(48),
  E96: geometric(96),
  E192: geometric(192),
};

/** Reads the `granularity` of `$bucketAuto`. */
export function roundingOf(granularity: Value): Rounding {
  if (typeof granularity !== 'string') {
    throw requestFailed(
      `The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}.`,
    );
  }
  if (granularity === 'POWERSOF2') {
    const doubles = rounding(
      (number) => 2 ** (Math.floor(Math.log2(number)) + 1),
      (number) => 2 ** (Math.ceil(Math.log2(number)) - 1),
    );
    return {
      up: (value) => asWhole(doubles.up(value), value),
      down: (value) => asWhole(doubles.down(value), value),
    };
  }
  const steps = Object.hasOwn(series, granularity) ? series[granularity] : undefined;
  if (steps === undefined) throw requestFailed(`Unknown rounding granularity '${granularity}'`);
  return rounding(
    (number) => stepsAround(steps, number).find((step) => step > number) ?? number,
    (number) => stepsAround(steps, number).findLast((step) => step < number) ?? number,
  );
}

// Powers of two that round a whole number are whole numbers, where they can be.
function asWhole(step: Value, rounded: Value): Value {
  const isWhole = isNumber(rounded) && (rounded._bsontype === 'Int32' || rounded._bsontype === 'Long');
  const whole = isWhole && isNumber(step) ? wholeOf(step) : undefined;
  return whole === undefined ? step : intOrLong(whole);
}

/** The steps of a series in the number's power of ten and in those beside it. */
function stepsAround(steps: readonly number[], number: number): readonly number[] {
  const digits = Math.floor(Math.log10(steps[0] ?? 1));
  const power = Math.floor(Math.log10(number)) - digits;
  return [power - 1, power, power + 1].flatMap((each) =>
    steps.map((step) => (each < 0 ? step / 10 ** -each : step * 10 ** each)),
  );
}

function rounding(up: (number: number) => number, down: (number: number) => number): Rounding {
  const stepping =
    (step: (number: number) => number) =>
    (value: Value): Value => {
      const number = isNumber(value) ? toJsNumber(value) : 0;
      return new Double(number === 0 || !Number.isFinite(number) ? number : step(number));
    };
  return { up: stepping(up), down: stepping(down) };
}
