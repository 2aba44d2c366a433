import { toCanonical } from './canonical';
import type { Node } from './node';
import { tagOf } from './node';
import { readNotation } from './read';

/** What still fits on one line. Characters. */
const LINE = 76;

/**
 * Canonical EJSON as people like to read it, over several lines: tags are left out where the bare value would be read
 * back as the same type, instants are written in ISO form.
 */
export function pretty(text: string): string {
  return lines(bare(readNotation(text)), 0);
}

/** The same on one line, for lists. */
export function oneLine(text: string): string {
  return inLine(bare(readNotation(text)));
}

function bare(node: Node): Node {
  if (node.is === 'array') return { is: 'array', items: node.items.map(bare) };
  if (node.is !== 'object') return node;
  const [tag, held] = tagOf(node) ?? [];
  if (tag === '$date' && held !== undefined) return bareDate(node, held);
  if (tag?.startsWith('$number') === true && held?.is === 'text') {
    const isBare = /^-?\d/.test(held.text) && toCanonical(held.text) === `{"${tag}":${JSON.stringify(held.text)}}`;
    return isBare || isWholeDouble(tag, held.text) ? { is: 'number', digits: held.text } : node;
  }
  return { is: 'object', fields: node.fields.map(([name, value]) => [name, bare(value)]) };
}

// `5.0` is read back as a double, but written back without its point.
const isWholeDouble = (tag: string, text: string): boolean => tag === '$numberDouble' && /^-?\d+\.0$/.test(text);

const LAST_ISO_YEAR_ENDS = Date.UTC(10_000, 0, 1);

function bareDate(node: Node, held: Node): Node {
  const digits = tagOf(held)?.[1];
  if (digits?.is !== 'text') return node;
  const at = Number(digits.text);
  if (at < 0 || at >= LAST_ISO_YEAR_ENDS) return node;
  return { is: 'object', fields: [['$date', { is: 'text', text: new Date(at).toISOString() }]] };
}

function lines(node: Node, indent: number): string {
  const whole = inLine(node);
  const isLeaf = node.is !== 'object' && node.is !== 'array';
  if (isLeaf || (indent > 0 && whole.length + indent <= LINE)) return whole;
  const inner = ' '.repeat(indent + 2);
  const outer = ' '.repeat(indent);
  const parts =
    node.is === 'array'
      ? node.items.map((item) => lines(item, indent + 2))
      : node.fields.map(([name, value]) => `${JSON.stringify(name)}: ${lines(value, indent + 2)}`);
  const [open, close] = node.is === 'array' ? '[]' : '{}';
  if (parts.length === 0) return `${open ?? ''}${close ?? ''}`;
  return `${open ?? ''}\n${parts.map((part) => inner + part).join(',\n')}\n${outer}${close ?? ''}`;
}

function inLine(node: Node): string {
  switch (node.is) {
    case 'object':
      if (node.fields.length === 0) return '{}';
      return `{ ${node.fields.map(([name, value]) => `${JSON.stringify(name)}: ${inLine(value)}`).join(', ')} }`;
    case 'array':
      return `[${node.items.map(inLine).join(', ')}]`;
    case 'text':
      return JSON.stringify(node.text);
    case 'word':
      return node.word;
    case 'number':
      return node.digits;
  }
}

/** A document without its `_id`, on one line, no longer than a line can show. */
export function summary(text: string): string {
  const node = bare(readNotation(text));
  if (node.is !== 'object') return inLine(node);
  return node.fields
    .filter(([name]) => name !== '_id')
    .map(([name, value]) => `${name}: ${inLine(value)}`)
    .join(' · ')
    .slice(0, MOST_SUMMARY);
}

const MOST_SUMMARY = 300;
