import { atomic, nameOf, withGroups } from './regex-atomic';
import type { Token } from './regex-characters';
import { BadPattern, classAt, END, escapeAt, folded, foldedEscapeAt, notSupported, START } from './regex-characters';
import { limited } from './regex-limit';
import { looksBackUnevenly } from './regex-look-behind';

/** Characters. Source: MongoDB's limit. */
export const LONGEST_PATTERN = 32_764;

/**
 * A regular expression as MongoDB's engine, PCRE, understands it, made to run on JavaScript's.
 *
 * The two differ where it shows: `.` stops at a line feed only, `$` also matches before a last line feed, a code point
 * is one character, `\s` is ASCII, and PCRE takes many a spelling that JavaScript refuses. What JavaScript cannot do at
 * all (recursion, conditions, `\K`) is an error that names it.
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
    names: false,
  };
  const plain = translate(rest, mode);
  const { source, groups } =
    plain.isMixed || plain.isAtomic ? translate(rest, { ...mode, folds: plain.isMixed, names: plain.isAtomic }) : plain;
  try {
    const regex = new RegExp(source, `u${mode.caseless && !plain.isMixed ? 'i' : ''}${flags}`);
    return limited(plain.isAtomic ? withGroups(regex, groups) : regex, rest);
  } catch {
    throw new BadPattern(`Regular expression is invalid: ${pattern}`);
  }
}

/**
 * What holds at a place of a pattern. `folds`: where it is caseless, that must be spelled out. `names`: each group has
 * one.
 */
type Mode = {
  readonly lines: boolean;
  readonly dotAll: boolean;
  readonly extended: boolean;
  readonly caseless: boolean;
  readonly folds: boolean;
  readonly names: boolean;
};

type Translated = {
  readonly source: string;
  /** Case is ignored in a part of it only. */
  readonly isMixed: boolean;
  /** Something in it gives nothing back. */
  readonly isAtomic: boolean;
  /** The names of its groups, if they have them. */
  readonly groups: readonly string[];
};

/** A group that is open: what held around it, where it begins, and how it ends. */
type Around = { readonly mode: Mode; readonly from: number; readonly close: string; readonly looksBack: boolean };

function translate(pattern: string, mode: Mode): Translated {
  let source = '';
  let isMixed = false;
  let atomics = 0;
  let here = mode;
  // Where the piece begins that a quantifier would repeat.
  let piece = 0;
  const around: Around[] = [];
  const groups: string[] = [];
  const nextAtomic = (what: string): ReturnType<typeof atomic> => {
    if (around.some(({ looksBack }) => looksBack)) throw notSupported(`${what} looking back`);
    atomics += 1;
    return atomic(atomics);
  };
  for (let at = 0; at < pattern.length;) {
    const rest = pattern.slice(at);
    const [possessive = '', quantifier = ''] = POSSESSIVE.exec(rest) ?? [];
    if (possessive !== '') {
      const { open, close } = nextAtomic(`the possessive quantifier ${possessive}`);
      source = `${source.slice(0, piece)}${open}${source.slice(piece)}${quantifier}${close}`;
      at += possessive.length;
      continue;
    }
    const start = source.length;
    const isGroupAtomic = rest.startsWith('(?>');
    const { open, close } = isGroupAtomic ? nextAtomic('the group (?>') : { open: '', close: ')' };
    const turn = turnAt(rest, here);
    const [text, length] = turn ?? (isGroupAtomic ? ([open, 3] as const) : tokenAt(rest, here));
    const group = /^\((?:\?<([A-Za-z_]\w*)>)?$/.exec(text);
    if (rest.startsWith(')')) {
      const closed = around.pop();
      if (closed?.looksBack === true && looksBackUnevenly(source.slice(closed.from + '(?<='.length))) {
        throw new BadPattern('lookbehind assertion is not fixed length');
      }
      here = closed?.mode ?? here;
      piece = closed?.from ?? piece;
      source += closed?.close ?? ')';
    } else if (group !== null) {
      const name = group[1] ?? nameOf(groups.length + 1);
      groups.push(name);
      source += mode.names ? `(?<${name}>` : text;
    } else source += mode.names ? named(text, groups) : text;
    // A comment and a reference to a name are over at once.
    if (rest.startsWith('(') && text.startsWith('(')) {
      if (around.length === MOST_NESTED) throw new BadPattern('parentheses are too deeply nested');
      around.push({ mode: here, from: start, close, looksBack: text.startsWith('(?<=') || text.startsWith('(?<!') });
    }
    if (turn !== undefined) here = turn[2];
    isMixed ||= here.caseless !== mode.caseless;
    if (!rest.startsWith(')') && text !== '') piece = start;
    at += length;
  }
  return { source, isMixed, isAtomic: atomics > 0, groups };
}

/** PCRE's own limit. What looks back is walked through again for each group around it that does so too. */
const MOST_NESTED = 250;

const POSSESSIVE = /^([*+?]|\{\d+(?:,\d*)?\})\+/;

/** A reference by number as one by name. */
function named(text: string, groups: readonly string[]): string {
  const [, number] = /^\\([1-9]\d*)$/.exec(text) ?? [];
  if (number === undefined) return text;
  const name = groups[Number(number) - 1];
  if (name === undefined) throw notSupported(`the reference ${text} beside what gives nothing back`);
  return `\\k<${name}>`;
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
  const whole = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return [isFolded ? folded(whole) : whole, whole.length];
}

function quantifierAt(rest: string): Token {
  const [quantifier] = /^(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?/.exec(rest) ?? [];
  if (quantifier === undefined) return ['\\{', 1];
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
