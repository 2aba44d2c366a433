import type { Field, Node } from './node';
import { tagged, textNode } from './node';

/**
 * What was typed cannot be read; the message says where and why, in words for the one who typed it.
 *
 * A class, because it is thrown through code that must tell it from a fault.
 */
export class NotationError extends Error {
  constructor(
    readonly line: number,
    readonly column: number,
    reason: string,
  ) {
    super(`第 ${line} 行第 ${column} 列：${reason}`);
    this.name = 'NotationError';
  }
}

/** MongoDB's own limit. Whoever walks a deeper value may run out of stack. */
const MOST_LEVELS = 100;

/**
 * Reads a value as people type it: JSON, and beyond it bare and single-quoted names and texts, comments, a comma too many,
 * `/regex/i`, `ISODate("…")`, `ObjectId("…")`, `NumberLong("…")`.
 *
 * @throws NotationError
 */
export function readNotation(source: string): Node {
  let at = 0;

  const fail = (reason: string, where = at): never => {
    const before = source.slice(0, where).split('\n');
    throw new NotationError(before.length, (before.at(-1)?.length ?? 0) + 1, reason);
  };

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match !== null) at += match[0].length;
    return match;
  };

  const skipBlank = (): void => {
    take(blank);
    if (source.startsWith('/*', at)) fail('注释没有结束');
  };

  const value = (level: number): Node => {
    skipBlank();
    if (level > MOST_LEVELS) fail(`嵌套超过 ${MOST_LEVELS} 层`);
    const first = source[at];
    if (first === undefined) return fail('内容到这里就没有了，还缺一个值');
    if (first === '{') return { is: 'object', fields: listed('}', () => field(level)) };
    if (first === '[') return { is: 'array', items: listed(']', () => value(level + 1)) };
    if (first === '"' || first === "'") return textNode(quoted());
    if (first === '/') return regex();
    const digits = take(number)?.[0];
    if (digits !== undefined) return { is: 'number', digits };
    return word();
  };

  const listed = <Item>(end: string, item: () => Item): readonly Item[] => {
    const opened = at;
    at += 1;
    const items: Item[] = [];
    for (;;) {
      skipBlank();
      if (source[at] === end) break;
      if (at >= source.length) fail(`这里打开的 ${source[opened] ?? ''} 没有配上 ${end}`, opened);
      items.push(item());
      skipBlank();
      if (source[at] === ',') at += 1;
      else if (source[at] !== end && at < source.length) fail(`这里应是逗号或 ${end}`);
    }
    at += 1;
    return items;
  };

  const field = (level: number): Field => {
    const first = source[at];
    const name = first === '"' || first === "'" ? quoted() : take(bareName)?.[0];
    if (name === undefined) return fail('这里应是字段名');
    skipBlank();
    if (source[at] !== ':') fail(`字段名 ${name} 后面应是冒号`);
    at += 1;
    return [name, value(level + 1)];
  };

  const quoted = (): string => {
    const opened = at;
    const match = take(source[at] === '"' ? doubleQuoted : singleQuoted);
    if (match === null) return fail('引号没有配对', opened);
    // Escapes are read one by one: of `\\x` the second stroke belongs to the first.
    const inner = match[0].slice(1, -1).replace(/\\([^])|"/g, (whole, escaped: string | undefined) => {
      if (escaped === undefined) return '\\"';
      return '"\\/bfnrtu'.includes(escaped) ? whole : escaped;
    });
    try {
      return JSON.parse(`"${inner}"`) as string;
    } catch {
      return fail('文字里有不能识别的转义', opened);
    }
  };

  const regex = (): Node => {
    const [, pattern, options] = take(regexLiteral) ?? [];
    if (pattern === undefined || options === undefined) return fail('正则表达式没有结束');
    const fields: readonly Field[] = [
      ['pattern', textNode(pattern)],
      ['options', textNode(options.split('').sort().join(''))],
    ];
    return tagged('$regularExpression', { is: 'object', fields });
  };

  const word = (): Node => {
    const began = at;
    const name = take(bareName)?.[0];
    if (name === 'true' || name === 'false' || name === 'null') return { is: 'word', word: name };
    if (name === 'NaN' || name === 'Infinity') return tagged('$numberDouble', textNode(name));
    if (name === 'new') return value(0);
    const tag = name === undefined ? undefined : constructors.get(name);
    if (tag === undefined) return fail(name === undefined ? '这里应是一个值' : `不认识 ${name}，文字要加引号`, began);
    const [, argument] = take(call) ?? [];
    if (argument === undefined) return fail(`应写作 ${name ?? ''}("…")`);
    return tagged(tag, textNode(argument));
  };

  const node = value(0);
  skipBlank();
  if (at < source.length) fail('后面还有多余的内容');
  return node;
}

const blank = /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const number = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w.])/y;
const bareName = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const doubleQuoted = /"(?:[^"\\\n]|\\[^])*"/y;
const singleQuoted = /'(?:[^'\\\n]|\\[^])*'/y;
const regexLiteral = /\/((?:[^/\\\n]|\\.)+)\/([a-z]*)/y;
const call = /\s*\(\s*["']?([^"'()]*)["']?\s*\)/y;

const constructors: ReadonlyMap<string, string> = new Map([
  ['ISODate', '$date'],
  ['Date', '$date'],
  ['ObjectId', '$oid'],
  ['NumberLong', '$numberLong'],
  ['NumberInt', '$numberInt'],
  ['NumberDecimal', '$numberDecimal'],
]);
