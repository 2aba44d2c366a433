import type { Node } from './node';
import { NotationError, readNotation } from './read';

/**
 * A function's event as it was typed: JSON, however loosely written.
 *
 * @throws NotationError where it is not an object, or holds what JSON has no word for
 */
export function toPlainJson(source: string): unknown {
  const node = readNotation(source);
  if (node.is !== 'object') throw new NotationError(1, 1, '应是一个对象：{ … }');
  return plain(node);
}

function plain(node: Node): unknown {
  switch (node.is) {
    case 'object':
      return Object.fromEntries(node.fields.map(([name, value]) => [name, plain(value)]));
    case 'array':
      return node.items.map(plain);
    case 'text':
      return node.text;
    case 'number':
      return Number(node.digits);
    case 'word':
      return JSON.parse(node.word);
  }
}
