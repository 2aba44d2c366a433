import type { Node } from './node';
import { tagOf } from './node';
import { readNotation } from './read';

const INT32_MAX = 2n ** 31n - 1n;
const INT64_MAX = 2n ** 63n - 1n;

/** Their contents are plain JSON, not values. */
const plainTags = new Set([
  '$oid',
  '$binary',
  '$uuid',
  '$timestamp',
  '$regularExpression',
  '$minKey',
  '$maxKey',
  '$symbol',
  '$code',
]);
const numberTags = new Set(['$numberInt', '$numberLong', '$numberDouble', '$numberDecimal']);

/**
 * Canonical EJSON of what was typed. `5` is an int, or a long where it needs one; `5.0` and `5e3` are doubles; any other
 * type is written by its tag.
 *
 * @throws NotationError
 */
export function toCanonical(source: string): string {
  return canonical(readNotation(source));
}

function canonical(node: Node): string {
  const [tag, held] = tagOf(node) ?? [];
  if (tag !== undefined && held !== undefined) {
    if (plainTags.has(tag)) return plainJson(node);
    if (numberTags.has(tag) && held.is === 'number') return `{"${tag}":${JSON.stringify(held.digits)}}`;
    if (numberTags.has(tag)) return plainJson(node);
    if (tag === '$date' && held.is === 'number') return `{"$date":{"$numberLong":${JSON.stringify(held.digits)}}}`;
    if (tag === '$date') return plainJson(node);
  }
  return json(node, canonical, numberText);
}

const plainJson = (node: Node): string => json(node, plainJson, (digits) => String(Number(digits)));

function json(node: Node, inner: (node: Node) => string, numberIn: (digits: string) => string): string {
  switch (node.is) {
    case 'object':
      return `{${node.fields.map(([name, value]) => `${JSON.stringify(name)}:${inner(value)}`).join(',')}}`;
    case 'array':
      return `[${node.items.map(inner).join(',')}]`;
    case 'text':
      return JSON.stringify(node.text);
    case 'word':
      return node.word;
    case 'number':
      return numberIn(node.digits);
  }
}

function numberText(digits: string): string {
  if (!/^[-+]?\d+$/.test(digits)) return `{"$numberDouble":"${isNegativeZero(digits) ? '-0.0' : Number(digits)}"}`;
  const whole = BigInt(digits.replace('+', ''));
  if (whole >= -INT32_MAX - 1n && whole <= INT32_MAX) return `{"$numberInt":"${whole}"}`;
  if (whole >= -INT64_MAX - 1n && whole <= INT64_MAX) return `{"$numberLong":"${whole}"}`;
  return `{"$numberDouble":"${Number(digits)}"}`;
}

const isNegativeZero = (digits: string): boolean => Object.is(Number(digits), -0);
