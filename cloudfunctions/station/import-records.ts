import * as z from 'zod/mini';
import { PersonId, StationId } from '../../types/ids';
import { IMPORT_BATCH, IMPORT_ROWS, ImportRow, RowProblem } from '../../types/station-import';
import { StationChange } from '../../types/station-form';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';
import { FacilityCase, Office } from './records';

/** What a batch does to one station, written down before it is done: a crash in between then loses no word of it. */
export const ImportLine = z.object({
  stationId: StationId,
  /** The revision that the station gets. */
  revision: z.int(),
  fields: StationChange.shape.fields,
  cases: z.array(FacilityCase),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** Rows as they were sent, never changed: other rows in the same place are another document. */
export const ImportBatch = z.object({
  /** `<import>:<digest of the rows>`. */
  _id: z.string(),
  importKey: z.string(),
  rows: z.array(ImportRow),
  /** Null until the batch is begun. */
  lines: z.nullable(z.array(ImportLine)),
  purgeAt: EpochMs,
});
export type ImportBatch = z.infer<typeof ImportBatch>;

/** What is to be done with a row: leave it, or write it over this revision; 0 adds. */
export const UNCHANGED = -1;

/** What the check of the whole found. */
export const Checked = z.object({
  /** Of everything that the answer rests on: another digest later means that something changed. */
  digest: z.string(),
  batches: z.array(z.string()),
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  isClean: z.boolean(),
});
export type Checked = z.infer<typeof Checked>;

/** A row without an id, and the station that has its sign. */
const Meant = z.object({ line: z.int(), id: StationId });
export type Meant = z.infer<typeof Meant>;

/** How far the writing is, and everything that it needs without asking again. */
export const Progress = z.object({
  startedAt: EpochMs,
  by: z.string(),
  byId: PersonId,
  /** The importer's unions: the history names the one that reaches the station. */
  offices: z.array(Office),
  /** What the unions that the rows name are. */
  unions: z.array(z.object({ text: z.string(), offices: z.array(Office).check(z.minLength(1)) })),
  /** For each batch, for each row: a revision, or `UNCHANGED`. */
  plan: z.array(z.array(z.int())),
  meant: z._default(z.array(Meant), []),
  next: z.int(),
  rows: z.int(),
  left: z.array(RowProblem),
  /** Still to be counted, the smallest squares first. */
  tallies: z.array(z.array(z.string())),
});
export type Progress = z.infer<typeof Progress>;

export const ImportHead = z.object({
  /** `<import>:head`. */
  _id: z.string(),
  importKey: z.string(),
  /** `ended`: rows of it were gone before they were written. */
  state: z.enum(['staged', 'checked', 'applying', 'done', 'ended']),
  /** Goes up with each change. */
  revision: z.int(),
  /** By place in the file, the document that holds the rows. */
  batches: z.record(z.string(), z.string()),
  checked: z.nullable(Checked),
  progress: z.nullable(Progress),
  /** When the timer goes on with it; `NEVER` unless it is being written. */
  unfinishedAt: EpochMs,
  purgeAt: EpochMs,
});
export type ImportHead = z.infer<typeof ImportHead>;

export const importHeads = collection('station-imports', ImportHead);
export const importBatches = collection('station-imports', ImportBatch);

/** A larger file is more than one import. */
export const MOST_BATCHES = IMPORT_ROWS / IMPORT_BATCH;

/** Problems that one answer tells; a clerk mends the first before asking for the others. */
export const PROBLEMS_TOLD = 500;

/** How long rows wait for their import. Milliseconds. */
export const ROWS_KEPT_MS = 24 * 3_600_000;
