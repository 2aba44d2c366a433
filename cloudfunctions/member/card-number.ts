import { randomInt } from 'node:crypto';
import { CardNumber } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { shanghaiDay } from '../../types/time';

/**
 * A membership number: year of approval, seven digits drawn at random, one check digit. Random, so that a number tells
 * neither how many members there are nor what the next one is; the store refuses one that is taken.
 */
export function drawCardNumber(now: EpochMs, draw: (limit: number) => number = randomInt): CardNumber {
  const body = `${shanghaiDay(now).slice(0, 4)}${String(draw(10_000_000)).padStart(7, '0')}`;
  return CardNumber.parse(`${body}${checkDigit(body)}`);
}

/** ISO 7064 MOD 11,10: catches every wrong digit and nearly every swap of two neighbours. */
export function checkDigit(digits: string): number {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10;
}
