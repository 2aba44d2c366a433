import type { ImportColumn, ImportRow, RowProblem } from '@contract/station-import';
import type { LocalProblem } from './import-copy';
import { columnNames, columns, importText, neededColumns } from './import-copy';

/** What is wrong at one place of the table: told by the server, or found here. */
export type TableProblem = Pick<RowProblem, 'line' | 'column'> & {
  readonly problem: RowProblem['problem'] | LocalProblem;
};

export type Table = {
  readonly rows: readonly ImportRow[];
  readonly problems: readonly TableProblem[];
  /** Headings that name no column of ours. */
  readonly unknown: readonly string[];
};

export type ReadTable = { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly text: string };

/** As many rows as one import takes: all of Zhejiang's stations. */
const MOST_ROWS = 12_000;
/** As long as a cell may be. Characters. */
const MOST_CHARACTERS = 1_000;

const words = importText.read;
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** `名称*`, ` name ` and `NAME` all name one column. */
function columnOf(heading: string): ImportColumn | null {
  const plain = heading.normalize('NFKC').trim().replace(/\*$/, '').trim().toLowerCase();
  return columns.find((column) => column === plain || columnNames[column] === plain) ?? null;
}

/** Rows of cells become rows of stations: the heading says what is what, and each keeps the number of its row. */
export function readTable(cells: readonly (readonly string[])[]): ReadTable {
  const [heading = [], ...body] = cells;
  const named = heading.map(columnOf);
  const refused = headingProblem(named);
  if (refused !== null) return { ok: false, text: refused };
  const filled = body.map((row, nth) => ({ row, line: nth + 2 })).filter(({ row }) => !isBlank(row));
  if (filled.length === 0) return { ok: false, text: words.empty };
  if (filled.length > MOST_ROWS) return { ok: false, text: words.tooMany(filled.length) };

  const problems: TableProblem[] = [];
  const rows = filled.map(({ row, line }): ImportRow => {
    if (!isBlank(row.slice(named.length))) problems.push({ line, column: null, problem: 'too-many-cells' });
    const values: Partial<Record<ImportColumn, string>> = {};
    named.forEach((column, place) => {
      if (column === null) return;
      // An empty cell says something, too: that there is nothing. A column that is not there says nothing.
      const cell = row[place] ?? '';
      if (cell.length > MOST_CHARACTERS) problems.push({ line, column, problem: 'too-long' });
      values[column] = cell.slice(0, MOST_CHARACTERS);
    });
    return { line, cells: values };
  });
  const unknown = heading.filter((text, place) => named[place] === null && text.trim() !== '');
  return { ok: true, table: { rows, problems, unknown } };
}

function headingProblem(named: readonly (ImportColumn | null)[]): string | null {
  const name = (column: ImportColumn): string => columnNames[column];
  const missing = named.includes('id') ? [] : neededColumns.filter((column) => !named.includes(column));
  if (missing.length > 0) return words.columnsMissing(missing.map(name).join('、'));
  const twice = columns.filter((column) => named.filter((other) => other === column).length > 1);
  return twice.length > 0 ? words.columnTwice(twice.map(name).join('、')) : null;
}
