import type { BsonNumber } from '../values/value';

/**
 * A double as MongoDB puts it into a text: sixteen significant digits, the way C prints `%.16g`. So 0.1 + 0.2 reads
 * `0.3`, 1e16 reads `1e+16`, and a whole number has no point.
 */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [digits = '', power = '0'] = value.toExponential(15).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${withoutTrailingZeros(digits)}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  return withoutTrailingZeros(value.toFixed(15 - exponent));
}

export function numberText(value: BsonNumber): string {
  return value._bsontype === 'Double' ? doubleText(value.value) : value.toString();
}

function withoutTrailingZeros(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}
