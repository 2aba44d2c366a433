import { requestFailed } from '../cloud-error';
import { otherCases } from './regex-case';
import { limited } from './regex-limit';
import { characters } from './text-operand';

/**
 * A regular expression as MongoDB's engine, PCRE, understands it, made to run on JavaScript's.
 *
 * The two differ where it shows: `.` stops at a line feed only, `$` also matches before a last line feed, a code point
 * is one character, `\s` is ASCII, and PCRE takes many a spelling that JavaScript refuses. What JavaScript cannot do at
 * all (possessive and atomic groups, recursion, `\K`) is an error that names it.
 *
 * @param options any of `i`, `m`, `s`, `x`
 * @param flags JavaScript's own, for whoever walks through a text
 */
export function regexOf(pattern: string, options: string, flags: '' | 'g' = ''): RegExp {
  const key = `${flags}/${options}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = compile(pattern, options, flags);
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  compiled.set(key, made);
  return made;
}

/** Why a pattern cannot be had. A class, because each operator puts its own words before this. */
export class BadPattern extends Error {}

// An expression may take its pattern from each document anew.
const MOST_COMPILED = 500;
const compiled = new Map<string, RegExp>();

function compile(pattern: string, options: string, flags: string): RegExp {
  const [, inline = '', rest = ''] = /^(?:\(\*UTF8?\))*(?:\(\?([imsx]+)\))?([^]*)$/.exec(pattern) ?? [];
  const all = new Set(Array.from(options + inline));
  const mode = {
    lines: all.has('m'),
    dotAll: all.has('s'),
    extended: all.has('x'),
    caseless: all.has('i'),
    folds: false,
  };
  const plain = translate(rest, mode);
  const isMixed = plain.isMixed;
  const { source } = isMixed ? translate(rest, { ...mode, folds: true }) : plain;
  try {
    return limited(new RegExp(source, `u${mode.caseless && !isMixed ? 'i' : ''}${flags}`), rest);
  } catch {
    throw new BadPattern(`Regular expression is invalid: ${pattern}`);
  }
}

/** What holds at a place of a pattern. `folds`: where it is caseless, that must be spelled out. */
type Mode = {
  readonly lines: boolean;
  readonly dotAll: boolean;
  readonly extended: boolean;
  readonly caseless: boolean;
  readonly folds: boolean;
};

const START = '(?<![^])';
const END = '(?![^])';
const ASCII_SPACE = '\\t\\n\\v\\f\\r ';

type Translated = {
  readonly source: string;
  /** Case is ignored in a part of it only. */
  readonly isMixed: boolean;
};

function translate(pattern: string, mode: Mode): Translated {
  let source = '';
  let isMixed = false;
  let here = mode;
  const around: Mode[] = [];
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const turn = turnAt(rest, here);
    const [text, length] = turn ?? tokenAt(rest, here);
    // A comment and a reference to a name are over at once.
    if (rest.startsWith('(') && text.startsWith('(')) around.push(here);
    if (rest.startsWith(')')) here = around.pop() ?? here;
    if (turn !== undefined) here = turn[2];
    isMixed ||= here.caseless !== mode.caseless;
    source += text;
    at += length;
  }
  return { source, isMixed };
}

/** `(?i)` holds to the end of the group that it stands in, `(?i:a)` within itself; what follows a minus is off. */
function turnAt(rest: string, mode: Mode): readonly [text: string, length: number, mode: Mode] | undefined {
  const [all, on = '', off = '', end] = /^\(\?(?=[imsx-])([imsx]*)(?:-([imsx]*))?([:)])/.exec(rest) ?? [];
  if (all === undefined) return undefined;
  const turned = (letter: string, was: boolean): boolean => (was || on.includes(letter)) && !off.includes(letter);
  const next = {
    ...mode,
    lines: turned('m', mode.lines),
    dotAll: turned('s', mode.dotAll),
    extended: turned('x', mode.extended),
    caseless: turned('i', mode.caseless),
  };
  return [end === ':' ? '(?:' : '', all.length, next];
}

type Token = readonly [text: string, length: number];

function tokenAt(rest: string, mode: Mode): Token {
  const isFolded = mode.folds && mode.caseless;
  const character = rest[0] ?? '';
  switch (character) {
    case '\\':
      return isFolded ? foldedEscapeAt(rest) : escapeAt(rest);
    case '[':
      return classAt(rest, isFolded);
    case '(':
      return groupAt(rest);
    case '.':
      return [mode.dotAll ? '[^]' : '[^\\n]', 1];
    case '^':
      return [mode.lines ? `(?:${START}|(?<=\\n)(?=[^]))` : START, 1];
    case '$':
      return [mode.lines ? `(?:(?=\\n)|${END})` : `(?=\\n?${END})`, 1];
    case '{':
    case '*':
    case '+':
    case '?':
      return quantifierAt(rest);
    case ']':
    case '}':
      return [`\\${character}`, 1];
  }
  if (mode.extended && character === '#') return ['', rest.search(/\n|$/) + 1];
  if (mode.extended && /\s/.test(character)) return ['', 1];
  return [isFolded ? folded(character) : character, 1];
}

function quantifierAt(rest: string): Token {
  const [quantifier] = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/.exec(rest) ?? [];
  if (quantifier === undefined) return ['\\{', 1];
  if (quantifier.length > 1 && quantifier.endsWith('+')) throw notSupported(`the possessive quantifier ${quantifier}`);
  return [quantifier, quantifier.length];
}

function groupAt(rest: string): Token {
  const [comment] = /^\(\?#[^)]*\)/.exec(rest) ?? [];
  if (comment !== undefined) return ['', comment.length];
  const [named, name] = /^\(\?(?:P?<|')([A-Za-z_]\w*)[>']/.exec(rest) ?? [];
  if (named !== undefined) return [`(?<${name}>`, named.length];
  const [again, which] = /^\(\?P=(\w+)\)/.exec(rest) ?? [];
  if (again !== undefined) return [`\\k<${which}>`, again.length];
  const [plain] = /^\((?!\?)|^\(\?(?::|=|!|<=|<!)/.exec(rest) ?? [];
  if (plain !== undefined) return [plain, plain.length];
  throw notSupported(`the group ${rest.slice(0, 4)}`);
}

// One letter each, outside of a class.
const anchors: Readonly<Record<string, string>> = { A: START, z: END, Z: `(?=\\n?${END})` };

// Usable inside of a class too.
const inside: Readonly<Record<string, string>> = {
  s: ASCII_SPACE,
  h: '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000',
  a: '\\x07',
  e: '\\x1b',
};

function escapeAt(rest: string): Token {
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

function foldedEscapeAt(rest: string): Token {
  const [text, length] = escapeAt(rest);
  if (rest.startsWith('\\Q')) return [text.replace(/\\[^]|[^]/gu, folded), length];
  if (/^\\(?:[1-9]|k<)/.test(text)) throw notSupported(`the reference ${text} where a part ignores case`);
  // Anchors and sets of blanks have no case.
  return /^(?:[[(]|\\[bB]|$)/.test(text) ? [text, length] : [folded(text), length];
}

function folded(text: string): string {
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
  const character = characters(rest.slice(1))[0];
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

function classAt(rest: string, isFolded: boolean): Token {
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
  const character = characters(rest)[0] ?? '';
  return ['[]'.includes(character) ? `\\${character}` : character, character.length];
}

function notSupported(what: string): Error {
  return requestFailed(`${what} in a regular expression is not supported by the emulator`);
}
