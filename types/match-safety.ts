import * as z from 'zod/mini';
import { contract } from './contract';
import { SmallPhoto } from './duty-tap';
import { UnionId, WishId } from './ids';
import { reportReasons, reportStates } from './match-kind';
import { MatchCard } from './match-proposal';
import { EpochMs } from './time';

/** Reports go past the studio: to administrators of its union. */
const administrators = { staff: ['administrator'] } as const;

const lines = z
  .string()
  .check(
    z.trim(),
    z.minLength(2, 'missing'),
    z.maxLength(200, 'too-long'),
    z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'),
  );

export const ReportRow = z.object({
  reportId: WishId,
  studioId: UnionId,
  studioName: z.string(),
  reason: z.enum(reportReasons),
  state: z.enum(reportStates),
  at: EpochMs,
});
export type ReportRow = z.infer<typeof ReportRow>;

export const safetyActions = contract({
  listReports: {
    caller: administrators,
    input: z.object({}),
    output: z.object({ open: z.array(ReportRow), decided: z.array(ReportRow) }),
    refusals: [],
    roundTrips: 4,
  },
  /** With what was shown to whoever reported. Who that was is not told. */
  showReport: {
    caller: administrators,
    input: z.object({ reportId: WishId }),
    output: z.object({
      report: ReportRow,
      /** Empty once it is kept no longer, half a year after somebody was taken out. */
      words: z.string(),
      photo: z.nullable(SmallPhoto),
      /** As it was at the instant of the report. */
      card: z.nullable(MatchCard),
      calledName: z.string(),
      /** Earlier reports about the same person that were not dismissed. */
      earlier: z.int(),
      /** Whether they are still in the pool. */
      isStillThere: z.boolean(),
      answer: z.nullable(z.string()),
    }),
    refusals: ['report-not-found', 'outside-your-unions'],
    roundTrips: 7,
  },
  /**
   * `removed`: out of the pool at once, and no new profile for three years, unless an administrator says so before.
   * Whoever reported is told. Of their own report an administrator hears `outside-your-unions`; of one about themselves,
   * nothing at all.
   */
  decideReport: {
    caller: administrators,
    input: z.object({ reportId: WishId, outcome: z.enum(['dismissed', 'warned', 'removed']), answer: lines }),
    output: z.object({ report: ReportRow }),
    refusals: ['report-not-found', 'outside-your-unions', 'decided-already'],
    /** Taking somebody out is as long as their leaving. */
    roundTrips: 950,
  },
  /**
   * Whoever was taken out may join anew; what they had stays deleted. They are told nothing by us: it is said to them
   * where they asked for it. `mayJoin` is false while another report keeps them out.
   */
  readmit: {
    caller: administrators,
    input: z.object({ reportId: WishId }),
    output: z.object({ report: ReportRow, mayJoin: z.boolean() }),
    refusals: ['report-not-found', 'outside-your-unions', 'not-removed'],
    /** Seven as a rule; more where somebody else is at the same report. */
    roundTrips: 16,
  },
});
