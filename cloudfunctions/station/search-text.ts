/**
 * What a station is found by: every pair of neighbouring characters of its name, street and address, and each character
 * of the name. A query asks for all of its own pairs, which an index answers, and the few that are found are then read
 * for the whole text.
 */
export function gramsOf(name: string, ...others: readonly string[]): string[] {
  return [...new Set([...Array.from(normal(name)), ...[name, ...others].flatMap((text) => pairs(normal(text)))])];
}

/** The pairs of a query, those that many stations have last: the index is entered by the first. */
export function gramsOfQuery(text: string): string[] {
  const all = [...new Set(wordsOf(text).flatMap(pairs))];
  // One character is found in names alone: beside pairs it would hide who has it in the address.
  const parts = all.filter((gram) => Array.from(gram).length > 1);
  const grams = parts.length === 0 ? all : parts;
  return [...grams.filter((gram) => !everywhere.has(gram)), ...grams.filter((gram) => everywhere.has(gram))];
}

/** Every word of what was typed, each in one of the texts: `浦电路 全家` is a road and a firm. */
export const holdsText = (wanted: string, ...texts: readonly string[]): boolean =>
  wordsOf(wanted).every((word) => texts.some((text) => normal(text).includes(word)));

const wordsOf = (text: string): string[] =>
  text
    .split(/[\s,，、;；]+/u)
    .map(normal)
    .filter((word) => word !== '');

/** Pairs in the names of half of all stations. */
const everywhere = new Set(
  [
    '户外职工爱心接力站驿站',
    '志愿服务点',
    '妈咪小屋',
    '书屋',
    '街道',
    '工会',
    '健康',
    '红色加油站',
    '浦东新区',
    '职工服务站',
  ].flatMap(pairs),
);

/** Letters and digits alone, in one width and case. */
const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A single character stands for itself. */
function pairs(text: string): string[] {
  const characters = Array.from(text);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, place) => `${characters[place] ?? ''}${character}`);
}
