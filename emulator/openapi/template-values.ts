import { isRecord } from './answer';

/** What each kind of field in a template may hold, by WeChat's table of limits for subscription messages. */
const kinds: Readonly<Record<string, (text: string) => boolean>> = {
  thing: (text) => lengthOf(text) <= 20,
  number: (text) => /^-?\d+(\.\d+)?$/.test(text) && text.length <= 32,
  letter: (text) => /^[A-Za-z]{1,32}$/.test(text),
  symbol: (text) => /^[^\p{L}\p{N}\s]{1,5}$/u.test(text),
  character_string: (text) => /^[\x20-\x7e]{1,32}$/.test(text),
  time: (text) => /\d{1,2}:\d{2}/.test(text) || isDay(text),
  date: (text) => isDay(text),
  amount: (text) => /^\D?\d{1,10}(\.\d+)?元?$/u.test(text),
  phone_number: (text) => /^[\d+\-() ]{1,17}$/.test(text),
  car_number: (text) => lengthOf(text) <= 8,
  name: (text) => (/\p{Script=Han}/u.test(text) ? lengthOf(text) <= 10 : lengthOf(text) <= 20),
  phrase: (text) => /^\p{Script=Han}{1,5}$/u.test(text),
};

/**
 * Whether a field of a message holds what its kind allows. The kind stands in the field's name: `thing1`, `time2`.
 * Templates themselves are not known here, so a name of no kind passes with any text that is not empty.
 */
export function isTemplateValue(name: string, entry: unknown): boolean {
  const value = isRecord(entry) ? entry['value'] : undefined;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const text = String(value);
  if (text.trim() === '') return false;
  const [, kind = ''] = /^([a-z_]+?)_?\d+$/.exec(name) ?? [];
  return Object.hasOwn(kinds, kind) ? kinds[kind]?.(text) === true : true;
}

const isDay = (text: string): boolean => /^\d{4}([-/.]\d{1,2}([-/.]\d{1,2})?|年\d{1,2}月(\d{1,2}日)?)/.test(text);

const lengthOf = (text: string): number => Array.from(text).length;
