import * as z from 'zod/mini';
import { DecisionClock } from './enrolment';
import { CaseId } from './ids';
import { Occupation, WorkRelation } from './occupation';
import { CaseEvent, PersonCaseKind } from './review';
import { EpochMs } from './time';
import { UnionChoice } from './union';

/** One case on one screen. Numbers are masked; showing them is an act of its own. */
export const ApplicationView = z.object({
  caseId: CaseId,
  kind: PersonCaseKind,
  open: z.boolean(),
  clock: z.nullable(DecisionClock),
  name: z.string(),
  maskedMobile: z.string(),
  documentKind: z.enum(['id-card', 'other']),
  maskedNumber: z.string(),
  age: z.nullable(z.int()),
  occupation: z.nullable(Occupation),
  workRelation: z.nullable(WorkRelation),
  employerName: z.nullable(z.string()),
  employerCode: z.nullable(z.string()),
  workArea: z.nullable(z.string()),
  homeArea: z.nullable(z.string()),
  union: z.object({ choice: UnionChoice, recommended: z.boolean(), reason: z.nullable(z.string()) }),
  transfer: z.nullable(z.object({ fromName: z.string(), toName: z.string(), reason: z.string() })),
  /** Left a union while suspended there: the clerk should know why before saying yes. */
  leftWhileSuspended: z.boolean(),
  signedVersion: z.nullable(z.string()),
  submittedAt: z.nullable(EpochMs),
  history: z.array(CaseEvent),
  may: z.object({ decide: z.boolean() }),
});
export type ApplicationView = z.infer<typeof ApplicationView>;

/** Why a clerk needs to see a number in full. Written to the ledger that the person reads. */
export const RevealPurpose = z.enum(['compare-document', 'call-applicant']);
export type RevealPurpose = z.infer<typeof RevealPurpose>;
