/** A number as the sum of two doubles, the second what the first has rounded away: 32 digits instead of 16. */
export type Precise = readonly [high: number, low: number];

export function sum([a, b]: Precise, [c, d]: Precise): Precise {
  const [high, low] = exactSum(a, c);
  return quickSum(high, low + (b + d));
}

export function product([a, b]: Precise, [c, d]: Precise): Precise {
  const [high, low] = exactProduct(a, c);
  return quickSum(high, low + (a * d + b * c));
}

export function quotient([a, b]: Precise, divisor: number): Precise {
  const first = a / divisor;
  const [high, low] = exactProduct(first, divisor);
  return quickSum(first, (a - high - low + b) / divisor);
}

export function negative([a, b]: Precise): Precise {
  return [-a, -b];
}

function quickSum(a: number, b: number): Precise {
  const high = a + b;
  return [high, b - (high - a)];
}

function exactSum(a: number, b: number): Precise {
  const high = a + b;
  const part = high - a;
  return [high, a - (high - part) + (b - part)];
}

// Halves of 26 digits each, whose products are exact.
const SPLIT = 2 ** 27 + 1;

function halves(a: number): Precise {
  const large = a * SPLIT;
  const high = large - (large - a);
  return [high, a - high];
}

function exactProduct(a: number, b: number): Precise {
  const high = a * b;
  const [a1, a2] = halves(a);
  const [b1, b2] = halves(b);
  return [high, a1 * b1 - high + a1 * b2 + a2 * b1 + a2 * b2];
}
