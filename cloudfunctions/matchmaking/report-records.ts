import * as z from 'zod/mini';
import { PersonId, UnionId, WishId } from '../../types/ids';
import { reportReasons, reportStates } from '../../types/match-kind';
import { MatchCard } from '../../types/match-proposal';
import { EpochMs } from '../../types/time';
import { collection } from '../runtime/database';

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
  /** What is still to be done after the decision: `remove`, `tell`. */
  effects: z.array(z.enum(['remove', 'tell'])),
  purgeAt: EpochMs,
});
export type ReportRecord = z.infer<typeof ReportRecord>;
export const reports = collection('match-reports', ReportRecord);

/** What is sealed in a report: kept when either of the two leaves. */
export const Evidence = z.object({
  reporterId: PersonId,
  subjectId: PersonId,
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
