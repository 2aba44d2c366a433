import type { Collection, Index } from './schema';
import type { SqlRow, Sqlite } from './sqlite';

export type StoredRow = { readonly row: number; readonly text: string };

/** Where to look, and from which end. */
export type Scan = {
  readonly low: Buffer;
  readonly high: Buffer;
  readonly backwards: boolean;
};

/** A row, and where in a scan it stands. */
export type ScannedRow = StoredRow & { readonly key: Uint8Array };

/** The next so many rows of a scan, beginning behind the one that was last. */
export type Page<Last = ScannedRow> = { readonly limit: number; readonly after: Last | undefined };

/** Rows of a long scan that are in memory at once. */
const BATCH = 2048;

/** Ways to read many documents, a page at a time. */
export function scansOf(sqlite: Sqlite) {
  return {
    rowsAfter: (collection: Collection, page: Page<StoredRow>): readonly StoredRow[] =>
      rowsAfter(sqlite, collection, page),
    everyRow: (collection: Collection): Generator<StoredRow> => everyRow(sqlite, collection),
    everything: (collection: Collection): readonly StoredRow[] => [...everyRow(sqlite, collection)],

    /** A page somewhere in the natural order; whoever wants all of it had better go on behind the last row. */
    natural: (collection: Collection, { limit, offset }: { readonly limit: number; readonly offset: number }) =>
      rowsOf(
        sqlite.all(
          'SELECT row, text FROM document INDEXED BY document_of WHERE collection = ? ORDER BY row LIMIT ? OFFSET ?',
          collection.id,
          limit,
          offset,
        ),
      ),

    scanIds(collection: Collection, { low, high, backwards }: Scan, { limit, after }: Page): readonly ScannedRow[] {
      const [least, most] = backwards ? [low, after?.key ?? high] : [after?.key ?? low, high];
      const above = backwards || after === undefined ? '>=' : '>';
      return scannedRows(
        sqlite.all(
          `SELECT row, text, id AS key FROM document WHERE collection = ? AND id ${above} ? AND id < ?
           ORDER BY id ${backwards ? 'DESC' : 'ASC'} LIMIT ?`,
          ...[collection.id, least, most, limit],
        ),
      );
    },

    scanIndex(index: Index, { low, high, backwards }: Scan, { limit, after }: Page): readonly ScannedRow[] {
      const order = backwards ? 'DESC' : 'ASC';
      // Of several entries with the key that was last, those up to its row have been read.
      const rest = after === undefined ? '' : `AND (e.key, e.row) ${backwards ? '<' : '>'} (?, ?)`;
      return scannedRows(
        sqlite.all(
          `SELECT d.row AS row, d.text AS text, e.key AS key FROM entry e CROSS JOIN document d ON d.row = e.row
           WHERE e."index" = ? AND e.key >= ? AND e.key < ? ${rest} ORDER BY e.key ${order}, e.row ${order} LIMIT ?`,
          ...[index.id, low, high, ...(after === undefined ? [] : [after.key, after.row]), limit],
        ),
      );
    },

    /** How many entries of an index lie between two keys; counted no further than asked for. */
    countIn(collection: Collection, index: Index, { low, high }: Omit<Scan, 'backwards'>, most: number): number {
      const entries =
        index.id === 0
          ? 'document WHERE collection = ? AND id >= ? AND id < ?'
          : 'entry WHERE "index" = ? AND key >= ? AND key < ?';
      const owner = index.id === 0 ? collection.id : index.id;
      const [row] = sqlite.all(`SELECT count(*) AS n FROM (SELECT 1 FROM ${entries} LIMIT ?)`, owner, low, high, most);
      return Number(row?.['n']);
    },
  };
}

function rowsAfter(sqlite: Sqlite, collection: Collection, { limit, after }: Page<StoredRow>): readonly StoredRow[] {
  return rowsOf(
    sqlite.all(
      'SELECT row, text FROM document INDEXED BY document_of WHERE collection = ? AND row > ? ORDER BY row LIMIT ?',
      collection.id,
      after?.row ?? 0,
      limit,
    ),
  );
}

/** A whole collection in the order of insertion, without having all of it in memory. */
export function* everyRow(sqlite: Sqlite, collection: Collection): Generator<StoredRow> {
  for (let after: StoredRow | undefined; ;) {
    const rows = rowsAfter(sqlite, collection, { limit: BATCH, after });
    yield* rows;
    after = rows[rows.length - 1];
    if (rows.length < BATCH) return;
  }
}

export function rowsOf(rows: readonly SqlRow[]): readonly StoredRow[] {
  return rows.map((row) => ({ row: Number(row['row']), text: String(row['text']) }));
}

function scannedRows(rows: readonly SqlRow[]): readonly ScannedRow[] {
  // libsql answers an ArrayBuffer, which it would not take back; node:sqlite a Uint8Array.
  return rows.map((row) => ({
    row: Number(row['row']),
    text: String(row['text']),
    key: Buffer.from(row['key'] as Uint8Array),
  }));
}
