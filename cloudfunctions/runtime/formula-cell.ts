/** Spreadsheets run a cell that begins so, in either width. */
export const startsFormula = /^[=+\-@\t\r＝＋－＠]/;
/** What `guardedCell` put an apostrophe before. */
export const guarded = /^'+[=+\-@\t\r＝＋－＠]/;

/** A text as a cell of a table that no spreadsheet runs: an apostrophe tells it that this is text. */
export const guardedCell = (text: string): string =>
  startsFormula.test(text) || guarded.test(text) ? `'${text}` : text;
