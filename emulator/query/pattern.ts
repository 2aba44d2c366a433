import { requestFailed } from '../cloud-error';
import { BadPattern } from '../expression/regex-characters';
import { LONGEST_PATTERN, regexOf } from '../expression/regex-pattern';
import type { Value } from '../values/value';
import { isRegex, isSymbol, withoutJsFlags } from '../values/value';

/** A regular expression of a filter: it finds texts, and also itself where it is stored as a value. */
export type Pattern = { readonly source: string; readonly options: string; readonly regex: RegExp };

export function patternOf(source: string, options: string): Pattern {
  const flags = [...new Set(withoutJsFlags(options))];
  const unknown = flags.find((flag) => !'imsx'.includes(flag));
  if (unknown !== undefined) throw requestFailed(`invalid flag in regex options: ${unknown}`);
  if (source.length > LONGEST_PATTERN) throw requestFailed('Regular expression is too long');
  if (source.includes('\0')) throw requestFailed('Regular expression cannot contain an embedded null byte');
  try {
    return { source, options, regex: regexOf(source, flags.join('')) };
  } catch (error) {
    if (error instanceof BadPattern)
      throw requestFailed(error.message.replace(/^(?!Regular)/, 'Regular expression is invalid: '));
    throw error;
  }
}

/** `$regex` with or without `$options`; they may be given in one place only. */
export function parseRegexOperator(regex: Value, options: Value | undefined): Pattern {
  if (options !== undefined && typeof options !== 'string') throw requestFailed('$options has to be a string');
  // Nobody but the filter's author wrote these.
  const unknown = Array.from(options ?? '').find((option) => !'imsxu'.includes(option));
  if (unknown !== undefined) throw requestFailed(`invalid flag in regex options: ${unknown}`);
  if (isRegex(regex)) {
    if (options !== undefined && regex.options !== '') throw requestFailed('options set in both $regex and $options');
    return patternOf(regex.pattern, options ?? regex.options);
  }
  if (typeof regex !== 'string') throw requestFailed('$regex has to be a string');
  return patternOf(regex, options ?? '');
}

export function isLike({ source, options, regex }: Pattern, value: Value | undefined): boolean {
  if (typeof value === 'string') return regex.test(value);
  if (isSymbol(value)) return regex.test(value.value);
  return isRegex(value) && value.pattern === source && value.options === options;
}
