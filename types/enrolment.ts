import * as z from 'zod/mini';
import { ConsentReceipt } from './consent';
import { IdentityDocument } from './identity-document';
import { CaseId, UnionId } from './ids';
import { Occupation, WorkRelation } from './occupation';
import { MobileNumber, PersonName } from './person';
import { SocialCreditCode } from './social-credit-code';
import { EpochMs, ShanghaiDay } from './time';
import { UnionChoice } from './union';

export const EnrolmentState = z.enum(['draft', 'submitted', 'returned', 'approved', 'refused', 'withdrawn']);
export type EnrolmentState = z.infer<typeof EnrolmentState>;

/** The wording of 入会申请 that is signed. What was signed is kept by its version. */
export const applicationVersion = '2023-charter';

export const applicationText =
  '我自愿加入中国工会，拥护中国共产党领导，遵守中国工会章程，执行工会决议，积极参加工会活动，为全面建设社会主义现代化国家、实现中华民族伟大复兴的中国梦而奋斗。';

/** A short text of one's own: no control characters, nothing that only looks empty. Shown as text, never as markup. */
export const ShortText = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(400, 'too-long')),
    z.transform((text: string) =>
      text
        .normalize('NFC')
        .replace(/[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u2800\u3164\uFFA0]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  ),
  z.string().check(z.minLength(1, 'missing'), z.maxLength(200, 'too-long')),
);

/**
 * What one is asked, saved as one goes: each field may come alone. Wage, family, native place, political status and
 * religion are on the paper form and decide nothing, so they are not asked (PIPL 6; docs/decisions/0004).
 */
export const EnrolmentDraft = z.object({
  occupation: z.optional(Occupation),
  workRelation: z.optional(z.nullable(WorkRelation)),
  /** Name of the firm or platform, as one would say it. */
  employerName: z.optional(z.nullable(ShortText)),
  employerCode: z.optional(z.nullable(SocialCreditCode)),
  workAreaId: z.optional(UnionId),
  homeAreaId: z.optional(z.nullable(UnionId)),
  name: z.optional(PersonName),
  mobile: z.optional(MobileNumber),
  document: z.optional(IdentityDocument),
});
export type EnrolmentDraft = z.infer<typeof EnrolmentDraft>;

/** The draft as its owner sees it again: numbers masked, null where nothing is filled in yet. */
export const EnrolmentFormView = z.object({
  occupation: z.nullable(Occupation),
  workRelation: z.nullable(WorkRelation),
  employerName: z.nullable(z.string()),
  employerCode: z.nullable(z.string()),
  workAreaId: z.nullable(UnionId),
  homeAreaId: z.nullable(UnionId),
  name: z.nullable(z.string()),
  maskedMobile: z.nullable(z.string()),
  documentKind: z.nullable(z.enum(['id-card', 'other'])),
  maskedNumber: z.nullable(z.string()),
});
export type EnrolmentFormView = z.infer<typeof EnrolmentFormView>;

export const ReturnReason = z.enum([
  'name-differs',
  'document-differs',
  'mobile-unreachable',
  'work-unclear',
  'wrong-union',
  'other',
]);
export type ReturnReason = z.infer<typeof ReturnReason>;

export const RejectReason = z.enum(['not-a-wage-earner', 'not-voluntary', 'member-elsewhere', 'other']);
export type RejectReason = z.infer<typeof RejectReason>;

/** The three points a basic union looks at. All must hold to approve. */
export const ApprovalChecks = z.object({
  qualifies: z.literal(true),
  voluntary: z.literal(true),
  complete: z.literal(true),
});

export const EnrolmentStep = z.enum(['submit', 'return', 'approve', 'refuse', 'withdraw', 'begin-again']);
export type EnrolmentStep = z.infer<typeof EnrolmentStep>;

/** One line of what happened, as the applicant may read it: which office, not which clerk. */
export const EnrolmentEvent = z.object({
  step: EnrolmentStep,
  at: EpochMs,
  office: z.nullable(z.string()),
  reasons: z.array(z.string()),
  note: z.nullable(z.string()),
});
export type EnrolmentEvent = z.infer<typeof EnrolmentEvent>;

/** Who holds a decision, since when and until when. */
export const DecisionClock = z.object({
  caseId: CaseId,
  office: z.string(),
  since: EpochMs,
  dueAt: EpochMs,
  /** The last Shanghai day on which the office may still decide. */
  dueDay: ShanghaiDay,
  workingDaysLeft: z.int(),
  /** Where it goes when the time runs out; null at the top of the tree. */
  upperOffice: z.nullable(z.string()),
  timesMovedUp: z.int(),
});
export type DecisionClock = z.infer<typeof DecisionClock>;

export const EnrolmentView = z.object({
  state: EnrolmentState,
  form: EnrolmentFormView,
  consents: z.array(ConsentReceipt),
  union: z.nullable(z.object({ choice: UnionChoice, recommended: z.boolean(), reason: z.nullable(z.string()) })),
  clock: z.nullable(DecisionClock),
  history: z.array(EnrolmentEvent),
  /** Fields still missing before it can be submitted. */
  missing: z.array(z.string()),
  may: z.object({ edit: z.boolean(), submit: z.boolean(), withdraw: z.boolean() }),
});
export type EnrolmentView = z.infer<typeof EnrolmentView>;
