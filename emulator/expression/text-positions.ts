import { requestFailed } from '../cloud-error';
import { typeName } from '../values/type-names';
import type { Value } from '../values/value';
import { isArray, isDecimal, isNumber, toJsNumber } from '../values/value';
import type { Expression, Operator, Scope } from './expression';
import { parseExpression } from './expression';
import { asLong } from './numbers';
import { operandsOf } from './operands';
import { characters, int, int32Of, isNothing, shown, textOf } from './text-operand';

/** Positions in texts, counted from 0: in bytes of UTF-8, or in code points. */
export const textPositions: Readonly<Record<string, Operator>> = {
  $indexOfBytes: indexIn((text, wanted, from, to) => {
    const bytes = Buffer.from(text);
    const end = Math.min(to, bytes.length);
    return from > bytes.length || end < from ? -1 : bytes.subarray(0, end).indexOf(wanted, from);
  }),

  // Unlike bytes, what is found need not end before the end of the range, only begin.
  $indexOfCP: indexIn((text, wanted, from, to) => {
    if (text === '' && wanted === '') return from === 0 ? 0 : -1;
    let position = 0;
    for (let at = 0; at < text.length && position < to; at += widthAt(text, at), position += 1) {
      if (position >= from && text.startsWith(wanted, at)) return position;
    }
    return -1;
  }),

  $substr: substringOfBytes,
  $substrBytes: substringOfBytes,

  $substrCP: (operand, operator) => {
    const [text, start, length] = operandsOf(operand, operator, 3);
    return (scope) => {
      const whole = textOf(text?.(scope));
      const from = codePoints(start?.(scope), 'starting index');
      const count = codePoints(length?.(scope), 'length');
      if (count < 0) throw requestFailed('$substrCP: length must be a nonnegative integer.');
      if (from < 0) throw requestFailed('$substrCP: the starting index must be nonnegative integer.');
      return characters(whole)
        .slice(from, from + count)
        .join('');
    };
  },
};

type Search = (text: string, wanted: string, from: number, to: number) => number;

function indexIn(search: Search): Operator {
  return (operand, operator) => {
    const items = isArray(operand) ? operand : [operand];
    if (items.length < 2 || items.length > 4) {
      throw requestFailed(
        `Expression ${operator} takes at least 2 arguments, and at most 4, but ${items.length} were passed in.`,
      );
    }
    const [text, wanted, start, end] = items.map(parseExpression);
    return (scope) => {
      const whole = text?.(scope);
      if (isNothing(whole)) return null;
      if (typeof whole !== 'string') throw notText(operator, 'first', whole);
      const part = wanted?.(scope);
      if (typeof part !== 'string') throw notText(operator, 'second', part);
      const from = bound(operator, 'starting', start, scope) ?? 0;
      const to = bound(operator, 'ending', end, scope) ?? Infinity;
      return int(to < from ? -1 : search(whole, part, from, to));
    };
  };
}

function bound(operator: string, which: string, expression: Expression | undefined, scope: Scope): number | undefined {
  if (expression === undefined) return undefined;
  const value = expression(scope);
  const position = int32Of(value);
  if (position === undefined) {
    const found = `found a value of type: ${typeName(value)}, with value: ${shown(value)}`;
    throw requestFailed(`${operator} requires an integral ${which} index, ${found}`);
  }
  if (position < 0) throw requestFailed(`${operator} requires a nonnegative ${which} index, found: ${position}`);
  return position;
}

function notText(operator: string, which: string, value: Value | undefined): Error {
  return requestFailed(`${operator} requires a string as the ${which} argument, found: ${typeName(value)}`);
}

function substringOfBytes(operand: Value, operator: string): Expression {
  const [text, start, length] = operandsOf(operand, operator, 3);
  return (scope) => {
    const bytes = Buffer.from(textOf(text?.(scope)));
    const from = bytesOf(start?.(scope), 'starting index');
    const count = bytesOf(length?.(scope), 'length');
    if (from < 0) throw requestFailed(`$substrBytes: starting index must be non-negative (got: ${from})`);
    // A negative length means all that follows.
    const to = count < 0 ? bytes.length : Math.min(from + count, bytes.length);
    if (isInsideCharacter(bytes, from)) {
      throw requestFailed('$substrBytes:  Invalid range, starting index is a UTF-8 continuation byte.');
    }
    if (isInsideCharacter(bytes, to)) {
      throw requestFailed('$substrBytes:  Invalid range, ending in the middle of a UTF-8 character.');
    }
    return bytes.toString('utf8', from, Math.max(from, to));
  };
}

// Fractions are cut off, unlike in $substrCP; a decimal is rounded.
function bytesOf(value: Value | undefined, what: string): number {
  if (isNumber(value)) {
    const number = toJsNumber(value);
    const isLong = value._bsontype === 'Long' || (number >= -(2 ** 63) && number < 2 ** 63);
    if (isLong) return isDecimal(value) ? Number(asLong(value)) : Math.trunc(number);
    // What no long can be is the least of them to a decimal.
    if (isDecimal(value)) return -(2 ** 63);
    throw requestFailed(`$substrBytes:  ${what} cannot be represented as a 64-bit integral value: ${shown(value)}`);
  }
  throw requestFailed(`$substrBytes:  ${what} must be a numeric type (is BSON type ${typeName(value)})`);
}

function codePoints(value: Value | undefined, what: string): number {
  if (!isNumber(value)) {
    throw requestFailed(`$substrCP: ${what} must be a numeric type (is BSON type ${typeName(value)})`);
  }
  const number = int32Of(value);
  if (number !== undefined) return number;
  throw requestFailed(`$substrCP: ${what} cannot be represented as a 32-bit integral value: ${shown(value)}`);
}

function isInsideCharacter(bytes: Buffer, at: number): boolean {
  return ((bytes[at] ?? 0) & 0xc0) === 0x80;
}

function widthAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
