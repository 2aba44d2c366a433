import * as z from 'zod/mini';
import { contract } from './contract';
import { RequestKey } from './evidence';
import { EventId } from './ids';
import { EpochMs } from './time';

/** Who publishes, and reads who is coming. */
export const organisers = { staff: ['clerk', 'administrator', 'station-head'] } as const;

/** Why, in a sentence of staff. */
export const reason = z
  .string()
  .check(
    z.trim(),
    z.minLength(2, 'too-short'),
    z.maxLength(200, 'too-long'),
    z.regex(/^(?:[^\p{C}]|\n)*$/u, 'characters'),
  );

export const ExportState = z.enum(['asked', 'approved', 'declined', 'expired']);
export type ExportState = z.infer<typeof ExportState>;

export const exportActions = contract({
  /** Asks for the list as a table. Somebody else of the union, or above, must agree; until then one asks no second time. */
  askExport: {
    caller: organisers,
    input: z.object({ eventId: EventId, purpose: reason, withNames: z.boolean(), requestKey: RequestKey }),
    output: z.object({ exportId: z.string(), expiresAt: EpochMs }),
    refusals: ['event-not-found', 'outside-your-unions', 'nobody-to-tell', 'asked-already'],
    /** Two more whenever somebody else asks at the same instant. */
    roundTrips: 12,
  },
  decideExport: {
    caller: organisers,
    input: z.object({ exportId: z.string().check(z.maxLength(60)), isAgreed: z.boolean() }),
    output: z.object({ state: ExportState }),
    refusals: ['export-not-found', 'outside-your-unions', 'own-request', 'decided-already', 'export-over'],
    roundTrips: 8,
  },
  /** The table as CSV, within a day, for who asked and nobody else. Its first lines say who fetched it, when and why. */
  fetchExport: {
    caller: organisers,
    input: z.object({ exportId: z.string().check(z.maxLength(60)) }),
    output: z.object({ fileName: z.string(), text: z.string() }),
    refusals: ['export-not-found', 'not-approved', 'export-over', 'outside-your-unions'],
    /** Two for each thousand people, four beside them. */
    roundTrips: 16,
  },
});
