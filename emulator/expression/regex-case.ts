/**
 * The other cases of whatever characters a class names: `Aa` for `a`, to ignore case in a part of a pattern only, which
 * JavaScript's flag cannot.
 *
 * @param members what may stand between the brackets of a class
 */
export function otherCases(members: string): string {
  const [exact, caseless] = [classOf(members, 'u'), classOf(members, 'iu')];
  if (exact === undefined || caseless === undefined) return '';
  cased ??= allCased();
  return cased.filter((character) => caseless.test(character) && !exact.test(character)).join('');
}

// Members that are wrong are for whoever compiles the whole pattern to refuse.
function classOf(members: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(`[${members}]`, flags);
  } catch {
    return undefined;
  }
}

let cased: readonly string[] | undefined;

/** The last code point that has a case. Source: Unicode 15. */
const LAST_CASED = 0x1e943;

function allCased(): readonly string[] {
  const all = Array.from({ length: LAST_CASED + 1 }, (_, point) => String.fromCodePoint(point));
  return all.filter((character) => /^\p{Changes_When_Casemapped}$/u.test(character));
}
