import * as z from 'zod/mini';
import { PersonId, ProposalId, UnionId, WishId } from '../../types/ids';
import { reportReasons, reportStates } from '../../types/match-kind';
import { MatchCard } from '../../types/match-proposal';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

/**
 * What a report and its decision bring with them: the two are never proposed to each other again, administrators hear
 * of it, whoever reported is answered, whom it is about is taken out and told so.
 */
export const reportEffects = ['block', 'announce', 'answer', 'remove', 'say-removed'] as const;
export type ReportEffect = (typeof reportEffects)[number];

export const ReportRecord = z.object({
  _id: WishId,
  studioId: UnionId,
  studioName: z.string(),
  /** The studio's union and those above it. */
  scope: z.array(UnionId),
  /** `scope` while it is open; empty once it is decided. */
  waitingFor: z.array(UnionId),
  state: z.enum(reportStates),
  reason: z.enum(reportReasons),
  at: EpochMs,
  /** `Evidence`, sealed for this report. */
  sealed: z.string(),
  /** A picture of a screen, sealed. */
  photo: z.nullable(z.string()),
  /** Keyed fingerprint of the person it is about, to count earlier ones. */
  subjectKey: z.string(),
  answer: z.nullable(z.string()),
  decidedAt: z.nullable(EpochMs),
  /** What is still to be done, in this order; struck when it is, by the timer after a call that died. */
  effects: z.array(z.enum(reportEffects)),
  /** Rises with every change. */
  turn: z.int(),
  /** When the timer looks: something is to be done, or the report goes; `NEVER` while it only waits for a decision. */
  dueAt: EpochMs,
});
export type ReportRecord = z.infer<typeof ReportRecord>;
export const reports = collection('match-reports', ReportRecord);

/** What is sealed in a report: kept when either of the two leaves. */
export const Evidence = z.object({
  proposalId: ProposalId,
  reporterId: PersonId,
  /** Whom it is about; nobody's id where they had left before, unless they were found again when it was decided. */
  subjectId: PersonId,
  /** Keyed fingerprint of whom it is about, the same before and after they left. */
  barKey: z.string(),
  /** Keyed fingerprint of the two. */
  pairKey: z.string(),
  /** Of the request: sent again, it is the same report. */
  requestKey: z.string(),
  calledName: z.string(),
  words: z.string(),
  /** What was shown to whoever reported. */
  card: z.nullable(MatchCard),
});
export type Evidence = z.infer<typeof Evidence>;

/** Somebody whom an administrator took out. */
export const Bar = z.object({ _id: z.string(), at: EpochMs, reportId: WishId });
export type Bar = z.infer<typeof Bar>;
export const bars = collection('match-bars', Bar);
