import { requestFailed } from '../cloud-error';
import { otherCases } from './regex-case';

/** A piece of a pattern in JavaScript's spelling, and how long it was in PCRE's. */
export type Token = readonly [text: string, length: number];

/** Why a pattern cannot be had. A class, because each operator puts its own words before this. */
export class BadPattern extends Error {}

export const START = '(?<![^])';
export const END = '(?![^])';
const ASCII_SPACE = '\\t\\n\\v\\f\\r ';

// One letter each, outside of a class.
const anchors: Readonly<Record<string, string>> = { A: START, z: END, Z: `(?=\\n?${END})` };

// Usable inside of a class too.
const inside: Readonly<Record<string, string>> = {
  s: ASCII_SPACE,
  h: '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  a: '\\x07',
  e: '\\x1b',
};

export function escapeAt(rest: string): Token {
  const [quoted, literal] = /^\\Q([^]*?)(?:\\E|$)/.exec(rest) ?? [];
  if (quoted !== undefined) return [(literal ?? '').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), quoted.length];
  const letter = rest[1] ?? '';
  const anchor = anchors[letter];
  if (anchor !== undefined) return [anchor, 2];
  const set = inside[letter];
  if (set !== undefined) return [`[${set}]`, 2];
  if (letter === 'S') return [`[^${ASCII_SPACE}]`, 2];
  if (letter === 'R') return ['(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])', 2];
  if (letter === 'E') return ['', 2];
  if (letter === 'b' || letter === 'B') return [`\\${letter}`, 2];
  return characterEscapeAt(rest, false);
}

export function foldedEscapeAt(rest: string): Token {
  const [text, length] = escapeAt(rest);
  if (rest.startsWith('\\Q')) return [text.replace(/\\[^]|[^]/gu, folded), length];
  if (/^\\(?:[1-9]|k<)/.test(text)) throw notSupported(`the reference ${text} where a part ignores case`);
  // Anchors and sets of blanks have no case.
  return /^(?:[[(]|\\[bB]|$)/.test(text) ? [text, length] : [folded(text), length];
}

export function folded(text: string): string {
  const others = otherCases(text);
  return others === '' ? text : `[${text}${others}]`;
}

/** An escape that stands for one character or for a set of them, inside a class or not. */
function characterEscapeAt(rest: string, isInClass: boolean): Token {
  const [braced, hex] = /^\\x\{([0-9a-fA-F]+)\}/.exec(rest) ?? [];
  if (braced !== undefined) return [`\\u{${hex}}`, braced.length];
  const [property, sign, short, long = short] = /^\\([pP])(?:([A-Z])|\{(\^?\w+)\})/.exec(rest) ?? [];
  if (property !== undefined) return [propertyOf(sign ?? 'p', long ?? ''), property.length];
  const [kept] = /^\\(?:[dDwWnrtfv0]|[1-9]\d*|x[0-9a-fA-F]{2}|c[A-Za-z]|k<\w+>)/.exec(rest) ?? [];
  if (kept !== undefined) return [kept, kept.length];
  const character = firstOf(rest.slice(1));
  if (character === undefined) throw new BadPattern('\\ at end of pattern');
  if (/[A-Za-z]/.test(character)) throw notSupported(`the escape \\${character}`);
  // A hyphen needs its backslash in a class only, and may not have it elsewhere.
  const isSyntax = /[\\^$.*+?()[\]{}|/]/.test(character) || (isInClass && character === '-');
  return [isSyntax ? `\\${character}` : character, 1 + character.length];
}

// PCRE names scripts bare, JavaScript as Script=Han.
function propertyOf(sign: string, name: string): string {
  const isNegated = (sign === 'P') !== name.startsWith('^');
  const bare = name.replace('^', '');
  return `\\${isNegated ? 'P' : 'p'}{${bare.length > 2 && bare !== 'Any' ? `Script=${bare}` : bare}}`;
}

const posixClasses: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: ASCII_SPACE,
  blank: '\\t ',
  punct: '!-\\/:-@\\[-`\\{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  cntrl: '\\x00-\\x1f\\x7f',
  print: '\\x20-\\x7e',
  graph: '!-~',
};

export function classAt(rest: string, isFolded: boolean): Token {
  const isNegated = rest[1] === '^';
  let at = isNegated ? 2 : 1;
  let made = '';
  // A bracket that comes first is a member.
  for (const first = at; rest[at] !== ']' || at === first;) {
    const [text, length] = memberAt(rest.slice(at));
    made += text;
    at += length;
  }
  return [`[${isNegated ? '^' : ''}${made}${isFolded ? otherCases(made) : ''}]`, at + 1];
}

function memberAt(rest: string): Token {
  if (rest === '') throw new BadPattern('missing terminating ] for character class');
  const [posix, name = ''] = /^\[:(\w+):\]/.exec(rest) ?? [];
  if (posix !== undefined) {
    const members = posixClasses[name];
    if (members === undefined) throw new BadPattern('unknown POSIX class name');
    return [members, posix.length];
  }
  if (rest[0] === '\\') {
    const letter = rest[1] ?? '';
    const set = inside[letter];
    if (set !== undefined) return [set, 2];
    if (letter === 'b') return ['\\x08', 2];
    return letter === 'S' ? ['\\S', 2] : characterEscapeAt(rest, true);
  }
  const character = firstOf(rest) ?? '';
  return ['[]'.includes(character) ? `\\${character}` : character, character.length];
}

// Not by taking the rest apart: a class may have thousands of members.
function firstOf(rest: string): string | undefined {
  const point = rest.codePointAt(0);
  return point === undefined ? undefined : String.fromCodePoint(point);
}

export function notSupported(what: string): Error {
  return requestFailed(`${what} in a regular expression is not supported by the emulator`);
}
