/** A word of Latin letters or digits stays in one piece; Chinese breaks between any two signs. */
const piece = /[\p{Script=Latin}\p{N}*+./@_-]+|./gsu;
/** Never at the beginning of a line. */
const closing = /^[，。、；：！？）】》”’,.;:!?)]$/u;

/**
 * A text in lines that are no wider than allowed; a piece that is wider by itself is broken where it must be.
 *
 * @param widthOf of a text, in the unit of `width`
 */
export function writtenLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const next of text.match(piece) ?? []) {
    if (widthOf(line + next) <= width || closing.test(next)) line += next;
    else {
      if (line !== '') lines.push(line);
      line = widthOf(next) <= width ? next : broken(next, width, widthOf, lines);
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Puts all but the last part of a long piece into `lines`. */
function broken(word: string, width: number, widthOf: (text: string) => number, lines: string[]): string {
  let line = '';
  for (const sign of word) {
    if (line !== '' && widthOf(line + sign) > width) {
      lines.push(line);
      line = '';
    }
    line += sign;
  }
  return line;
}
