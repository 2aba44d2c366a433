import * as z from 'zod/mini';
import { SeriesForm } from '../../types/event-series';
import { DrawEntry } from '../../types/event-draw';
import { SeriesId, UnionId } from '../../types/ids';
import { EpochMs, ShanghaiDay } from '../../types/time';
import { collection } from '../runtime/database';
import { Office } from './records';

export const SeriesRecord = z.object({
  _id: SeriesId,
  revision: z.int(),
  form: SeriesForm,
  offices: z.array(Office).check(z.minLength(1)),
  scope: z.array(UnionId),
  /** The form holds for dates from this day on, those before it stay as they were made; from its first day if not said. */
  fromDay: z.optional(ShanghaiDay),
  /** Dates up to this day have been made; the timer goes on after it. */
  madeUpTo: z.nullable(ShanghaiDay),
  /** When the timer makes the next dates; `NEVER` once it has ended. */
  makeAt: EpochMs,
});
export type SeriesRecord = z.infer<typeof SeriesRecord>;
export const serieses = collection('event-series', SeriesRecord);

/** A thousand entries of a draw: `<event>:<digest of all entries>:<nth>`. */
export const DrawPage = z.object({ _id: z.string(), entries: z.array(DrawEntry) });
export type DrawPage = z.infer<typeof DrawPage>;
export const drawPages = collection('event-draws', DrawPage);
