import type { Collection, Index } from './schema';
import type { SqlRow, SqlValue, Sqlite } from './sqlite';

export type StoredRow = { readonly row: number; readonly text: string };

/** Where to look, and from which end. */
export type Scan = {
  readonly low: Buffer;
  readonly high: Buffer;
  readonly backwards: boolean;
};

/** How far a scan has been read: up to this entry. */
export type Mark = { readonly key: Uint8Array; readonly row: number };

/** Some rows of a scan, in its order, and how far it has come with them. */
export type Batch<Last = Mark> = { readonly rows: readonly StoredRow[]; readonly last: Last | undefined };

/** The next so many rows of a scan, beginning behind the one that was last. */
export type Page<Last = Mark> = { readonly limit: number; readonly after: Last | undefined };

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

    scanIds(collection: Collection, { low, high, backwards }: Scan, { limit, after }: Page): Batch {
      const [least, most] = backwards ? [low, after?.key ?? high] : [after?.key ?? low, high];
      const above = backwards || after === undefined ? '>=' : '>';
      const sql = `SELECT row, text, id AS key FROM document WHERE collection = ? AND id ${above} ? AND id < ?
        ORDER BY id ${backwards ? 'DESC' : 'ASC'} LIMIT ?`;
      return batchOf(sqlite, { sql, backwards, limit }, [collection.id, least, most, limit]);
    },

    scanIndex(index: Index, { low, high, backwards }: Scan, { limit, after }: Page): Batch {
      const order = backwards ? 'DESC' : 'ASC';
      // Of several entries with the key that was last, those up to its row have been read.
      const rest = after === undefined ? '' : `AND (e.key, e.row) ${backwards ? '<' : '>'} (?, ?)`;
      const sql = `SELECT d.row AS row, d.text AS text, e.key AS key FROM entry e CROSS JOIN document d ON d.row = e.row
        WHERE e."index" = ? AND e.key >= ? AND e.key < ? ${rest} ORDER BY e.key ${order}, e.row ${order} LIMIT ?`;
      const behind = after === undefined ? [] : [after.key, after.row];
      return batchOf(sqlite, { sql, backwards, limit }, [index.id, low, high, ...behind, limit]);
    },

    /** How many entries of an index lie between two keys; counted no further than asked for. */
    countIn(collection: Collection, index: Index, { low, high }: Omit<Scan, 'backwards'>, most: number): number {
      const entries =
        index.id === 0
          ? 'document WHERE collection = ? AND id >= ? AND id < ?'
          : 'entry WHERE "index" = ? AND key >= ? AND key < ?';
      const owner = index.id === 0 ? collection.id : index.id;
      const row = sqlite.first(`SELECT count(*) AS n FROM (SELECT 1 FROM ${entries} LIMIT ?)`, owner, low, high, most);
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

export function rowOf(found: SqlRow | undefined): StoredRow | undefined {
  return found === undefined ? undefined : { row: Number(found['row']), text: String(found['text']) };
}

type Query = { readonly sql: string; readonly backwards: boolean; readonly limit: number };

function batchOf(sqlite: Sqlite, query: Query, values: readonly SqlValue[]): Batch {
  return (
    (query.limit <= MOST_JOINED ? joinedBatch(sqlite, query, values) : undefined) ?? rowByRow(sqlite, query, values)
  );
}

function rowByRow(sqlite: Sqlite, { sql }: Query, values: readonly SqlValue[]): Batch {
  const found = sqlite.all(sql, ...values);
  const last = found[found.length - 1];
  return { rows: rowsOf(found), last: last === undefined ? undefined : markOf(last['key'], Number(last['row'])) };
}

/** As many rows as may be handed over as one: SQLite holds them all as a text, and none may have more than a billion bytes. */
const MOST_JOINED = 32;

/** Above that, one long text is no cheaper than several. Bytes. */
const MOST_JOINED_BYTES = 8 * 1024 * 1024;

/**
 * All rows of a page joined into one, since each that is handed over has its price: a third less for a page of twenty.
 *
 * @returns undefined where the documents are large
 */
function joinedBatch(sqlite: Sqlite, { sql, backwards }: Query, values: readonly SqlValue[]): Batch | undefined {
  // No text that is stored has a line break outside of an escape.
  const joined = sqlite.first(
    `SELECT group_concat(row) AS "rows", ${backwards ? 'min' : 'max'}(key) AS last,
      CASE WHEN sum(octet_length(text)) <= ${MOST_JOINED_BYTES} THEN group_concat(text, char(10)) END AS texts
     FROM (${sql})`,
    ...values,
  );
  if (typeof joined?.['rows'] !== 'string') return { rows: [], last: undefined };
  if (typeof joined['texts'] !== 'string') return undefined;
  const texts = joined['texts'].split('\n');
  const rows = joined['rows'].split(',').map((row, at) => ({ row: Number(row), text: texts[at] ?? '' }));
  return { rows, last: markOf(joined['last'], rows[rows.length - 1]?.row ?? 0) };
}

// libsql answers an ArrayBuffer, which it would not take back; node:sqlite a Uint8Array.
const markOf = (key: unknown, row: number): Mark => ({ key: Buffer.from(key as Uint8Array), row });
