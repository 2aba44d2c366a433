/** What a table's text holds, row after row, or the line near which it cannot be read. */
export type ParsedTable =
  { readonly ok: true; readonly rows: readonly (readonly string[])[] } | { readonly ok: false; readonly line: number };

const delimiters = [',', '\t', ';', '，'] as const;

/** Spreadsheets disagree about what parts two cells; the first row shows what this one used. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/\r?\n/, 1);
  const counts = delimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).delimiter;
}

/** The reader of tables, fetched when a table is read. An empty line is a row, as in a spreadsheet: rows keep their numbers. */
export async function parseTable(text: string): Promise<ParsedTable> {
  const { parse } = await import('csv-parse/browser/esm/sync');
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      // A quotation mark in the middle of a cell is what somebody typed.
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return { ok: true, rows };
  } catch (reason) {
    return { ok: false, line: lineIn(reason) };
  }
}

const lineIn = (reason: unknown): number =>
  typeof reason === 'object' && reason !== null && 'lines' in reason && typeof reason.lines === 'number'
    ? reason.lines
    : 1;

/** A table as a file that Excel and WPS open as UTF-8: they look for the mark at its beginning. */
export async function tableText(rows: readonly (readonly string[])[]): Promise<string> {
  const { stringify } = await import('csv-stringify/browser/esm/sync');
  return stringify(
    rows.map((row) => [...row]),
    { bom: true, record_delimiter: 'windows' },
  );
}

/** A cell that a spreadsheet would run is shown as it is written: an apostrophe tells it so. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);
