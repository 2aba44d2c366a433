import * as z from 'zod/mini';
import { contract } from './contract';
import { RequestKey } from './evidence';
import { PageCursor, page } from './paging';

const editors = { staff: ['clerk', 'administrator'] } as const;

/**
 * The columns of the table, in their order. Both ways: what is exported can be imported.
 *
 * A new station needs `name`, `category`, `city`, `district`, `street`, `address` and `union` (its id or full name). A
 * column that the file does not have leaves a known station as it is; an empty cell clears. Lists are parted by `|`:
 * facilities as `微波炉*2|空调(坏)|冰箱(无)`. A station without an `id` is known by district and sign number, or by
 * district, street and name.
 */
export const importColumns = [
  'id',
  'name',
  'tier',
  'category',
  'sign_no',
  'features',
  'city',
  'district',
  'street',
  'address',
  'lng',
  'lat',
  'phone',
  'area_m2',
  'union',
  'opened_on',
  'hours',
  'facilities',
  'services',
  'partner',
  'agreed_from',
  'agreed_until',
  'swap_operator',
  'swap_slots',
  'water_quota',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** At most as many rows in one call. */
export const IMPORT_BATCH = 100;
/** At most as many rows in one import: all of Zhejiang's stations. */
export const IMPORT_ROWS = 12_000;

/** Thirty services of thirty characters, and what stands between them. */
const Cell = z.string().check(z.maxLength(1_000, 'too-long'));
export const ImportRow = z.object({
  /** The line of the file, so that a reason can be found there. */
  line: z.int().check(z.minimum(1)),
  cells: z.partial(
    z.object(Object.fromEntries(importColumns.map((column) => [column, Cell])) as Record<ImportColumn, typeof Cell>),
  ),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const rowProblems = [
  'missing',
  'too-long',
  'unreadable-text',
  'formula',
  'format',
  'number',
  'date',
  'unknown-choice',
  'outside-china',
  'hours-unreadable',
  'union-not-found',
  'outside-your-unions',
  'sign-number-taken',
  'sign-number-twice',
  'id-twice',
  'id-of-other-union',
  /** Somebody saved the station after the check: theirs stays. */
  'changed-meanwhile',
] as const;
export const RowProblem = z.object({
  line: z.int(),
  column: z.nullable(z.enum(importColumns)),
  problem: z.enum(rowProblems),
});
export type RowProblem = z.infer<typeof RowProblem>;

/** A table of stations: staged in batches, checked as a whole, and only then written; a stop in the middle is resumed. */
export const stationImportActions = contract({
  /** Puts a batch aside and says what is wrong in it. The same batch again replaces itself. */
  stageRows: {
    caller: editors,
    input: z.object({
      importKey: RequestKey,
      nth: z.int().check(z.minimum(0), z.maximum(IMPORT_ROWS)),
      rows: z.array(ImportRow).check(z.minLength(1), z.maxLength(IMPORT_BATCH)),
    }),
    output: z.object({ problems: z.array(RowProblem) }),
    refusals: ['import-too-large', 'import-started'],
    roundTrips: 6,
  },
  /**
   * The dry run of the whole: what would be added, what changed, what is wrong (the first 500). Writes nothing to the
   * stations.
   */
  checkImport: {
    caller: editors,
    input: z.object({ importKey: RequestKey, batches: z.int().check(z.minimum(1)) }),
    output: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), problems: z.array(RowProblem) }),
    refusals: ['import-not-found', 'batches-missing'],
    roundTrips: 40,
  },
  /**
   * Writes the next rows of a checked import; call until `done` is `of`. A timer goes on where nobody calls. Rows that
   * somebody was quicker with since the check are left as they are, and told (the first 500).
   */
  applyImport: {
    caller: editors,
    input: z.object({ importKey: RequestKey }),
    output: z.object({ done: z.int(), of: z.int(), left: z.array(RowProblem) }),
    refusals: ['import-not-found', 'import-has-problems', 'import-outdated'],
    roundTrips: 400,
  },
  /** The stations of the caller's unions as rows of the same table. */
  exportRows: {
    caller: editors,
    input: z.object({ cursor: z.optional(z.nullable(PageCursor)) }),
    output: page(z.record(z.enum(importColumns), z.string())),
    refusals: [],
    roundTrips: 2,
  },
});
