import type { BsonNumber } from '../values/value';

/**
 * A double as `$toString` writes it: as many digits as tell it from its neighbours. 1e16 reads `1e+16`, 0.00001 reads
 * `1e-05`, and a whole number has no point.
 */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0';
  const [digits = '', power = '0'] = value.toExponential().split('e');
  return value !== 0 && isFarFromOne(Number(power), 16) ? `${digits}e${paddedPower(power)}` : String(value);
}

export function numberText(value: BsonNumber): string {
  return value._bsontype === 'Double' ? doubleText(value.value) : value.toString();
}

/** A number as the old operators of texts take it: of a double six significant digits, as C prints `%g`. */
export function shortNumberText(value: BsonNumber): string {
  if (value._bsontype !== 'Double') return value.toString();
  const number = value.value;
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return number < 0 ? '-inf' : 'inf';
  if (number === 0) return Object.is(number, -0) ? '-0' : '0';
  const [digits = '', power = '0'] = number.toExponential(SHORT_DIGITS - 1).split('e');
  return isFarFromOne(Number(power), SHORT_DIGITS)
    ? `${withoutTrailingZeros(digits)}e${paddedPower(power)}`
    : withoutTrailingZeros(number.toFixed(SHORT_DIGITS - 1 - Number(power)));
}

const SHORT_DIGITS = 6;

const isFarFromOne = (power: number, digits: number): boolean => power < -4 || power >= digits;

const paddedPower = (power: string): string => power.replace(/^([+-])(\d)$/, '$10$2');

function withoutTrailingZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
