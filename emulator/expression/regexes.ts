import { requestFailed } from '../cloud-error';
import type { BsonDocument, Value } from '../values/value';
import { isRegex } from '../values/value';
import type { Operator } from './expression';
import { namedArguments } from './named-arguments';
import { BadPattern } from './regex-characters';
import { LONGEST_PATTERN, regexOf } from './regex-pattern';
import { characters, int, isNothing } from './text-operand';
import { spend } from '../work';

/** Regular expressions over texts. Positions are counted in code points. */
export const regexes: Readonly<Record<string, Operator>> = {
  $regexFind: matching({ whereNothing: null, answer: (text, pattern) => foundFrom(text, pattern, 0)?.shown ?? null }),
  $regexFindAll: matching({ whereNothing: [], answer: allFound }),
  $regexMatch: matching({ whereNothing: false, answer: (text, pattern) => foundFrom(text, pattern, 0) !== undefined }),
};

type Matching = {
  /** Where text or pattern are null or missing. */
  readonly whereNothing: Value;
  readonly answer: (text: string, pattern: RegExp) => Value;
};

function matching({ whereNothing, answer }: Matching): Operator {
  return (operand, operator) => {
    const parts = namedArguments(
      operand,
      { required: ['input', 'regex'], optional: ['options'] },
      {
        notAnObject: (type) => `${operator} expects an object of named arguments but found: ${type}`,
        unknown: (name) => `${operator} found an unknown argument: ${name}`,
        missing: (name) => `${operator} requires '${name}' parameter`,
      },
    );
    return (scope) => {
      const input = parts.input(scope);
      const pattern = patternOf(parts.regex(scope), parts.options?.(scope), operator);
      if (!isNothing(input) && typeof input !== 'string') {
        throw requestFailed(`${operator} needs 'input' to be of type string`);
      }
      return isNothing(input) || pattern === undefined ? whereNothing : answer(input, pattern);
    };
  };
}

function patternOf(regex: Value | undefined, options: Value | undefined, operator: string): RegExp | undefined {
  if (!isNothing(options) && typeof options !== 'string') {
    throw requestFailed(`${operator} needs 'options' to be of type string`);
  }
  const source = isRegex(regex) ? regex.pattern : regex;
  if (!isNothing(source) && typeof source !== 'string') {
    throw requestFailed(`${operator} needs 'regex' to be of type string or regex`);
  }
  const own = isRegex(regex) ? regex.options : '';
  if (own !== '' && !isNothing(options)) {
    throw requestFailed(`${operator}: found regex option(s) specified in both 'regex' and 'option' fields`);
  }
  if (isNothing(source)) return undefined;
  const all = options ?? own;
  const [flag] = /[^imsxu]/.exec(all) ?? [];
  if (flag !== undefined) throw requestFailed(`${operator} invalid flag in regex options: ${flag}`);
  if (source.length > LONGEST_PATTERN) {
    throw requestFailed(`Invalid Regex in ${operator}: Regular expression is too long`);
  }
  if (`${source}${all}`.includes('\0')) {
    throw requestFailed(`${operator}: regular expression cannot contain an embedded null byte`);
  }
  try {
    return regexOf(source, all, 'g');
  } catch (error) {
    throw error instanceof BadPattern ? requestFailed(`Invalid Regex in ${operator}: ${error.message}`) : error;
  }
}

/** A place in a text, in JavaScript's units and in code points: to count the latter anew each time takes too long. */
type Place = { readonly at: number; readonly points: number };

const START: Place = { at: 0, points: 0 };

type Shown = { readonly match: string; readonly idx: Value; readonly captures: readonly Value[] };

type Found = { readonly shown: Shown; readonly place: Place };

function foundFrom(text: string, pattern: RegExp, from: number, known: Place = START): Found | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (found === null) return undefined;
  const [match, ...captures] = found as readonly (string | undefined)[];
  const points = known.points + characters(text.slice(known.at, found.index)).length;
  return {
    shown: { match: match ?? '', idx: int(points), captures: captures.map((capture) => capture ?? null) },
    place: { at: found.index, points },
  };
}

// As MongoDB walks: past the end of each match, one character past an empty one, and no further once the text is used
// up. So an empty match at the very end is found only by whoever begins there.
function allFound(text: string, pattern: RegExp): Value {
  const all: BsonDocument[] = [];
  let from = 0;
  let known = START;
  do {
    const found = foundFrom(text, pattern, from, known);
    if (found === undefined) break;
    spend(1 + found.shown.captures.length);
    all.push(found.shown);
    known = found.place;
    // The search left its place behind its match; an empty one would be found again there.
    from = pattern.lastIndex;
    if (found.shown.match === '') from += (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
  } while (from < text.length);
  return all;
}
