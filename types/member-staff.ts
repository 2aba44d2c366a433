import * as z from 'zod/mini';
import { ApplicationView, RevealPurpose } from './application';
import { contract } from './contract';
import { ApprovalChecks, RejectReason, ReturnReason, ShortText } from './enrolment';
import { IdentityDocument } from './identity-document';
import { CardNumber, CaseId } from './ids';
import { FoundMember } from './membership';
import { PersonName } from './person';
import { EpochMs } from './time';

const byCase = z.object({ caseId: CaseId });
const decided = z.object({ decidedAt: EpochMs });
const staffOfUnions = { staff: ['clerk', 'administrator'] } as const;
const decisionRefusals = [
  'case-not-found',
  'outside-your-unions',
  'case-decided-already',
  'changed-meanwhile',
] as const;

/** What a union's staff do with applications, transfers and the roll: the staff side of the `member` domain. */
export const memberStaffActions = contract({
  // Enrolment, from the side of the union.
  showApplication: {
    caller: staffOfUnions,
    input: byCase,
    output: ApplicationView,
    refusals: ['case-not-found', 'outside-your-unions'],
    roundTrips: 5,
  },
  revealNumbers: {
    caller: staffOfUnions,
    input: z.object({ caseId: CaseId, purpose: RevealPurpose }),
    output: z.object({ number: z.string(), mobile: z.string() }),
    refusals: ['case-not-found', 'outside-your-unions', 'case-decided-already', 'nothing-to-show'],
    roundTrips: 4,
  },
  approve: {
    caller: staffOfUnions,
    input: z.object({ caseId: CaseId, checks: ApprovalChecks }),
    output: z.object({ cardNumber: CardNumber, decidedAt: EpochMs }),
    refusals: [...decisionRefusals, 'own-application'],
    roundTrips: 6,
  },
  /** Up to twenty at once; each stands for itself. */
  approveMany: {
    caller: staffOfUnions,
    input: z.object({ caseIds: z.array(CaseId).check(z.minLength(1), z.maxLength(20)), checks: ApprovalChecks }),
    output: z.object({
      outcomes: z.array(
        z.object({ caseId: CaseId, outcome: z.enum(['approved', ...decisionRefusals, 'own-application']) }),
      ),
    }),
    refusals: [],
    roundTrips: 101,
  },
  sendBack: {
    caller: staffOfUnions,
    input: z.object({
      caseId: CaseId,
      reasons: z.array(ReturnReason).check(z.minLength(1), z.maxLength(6)),
      note: z.nullable(ShortText),
    }),
    output: decided,
    refusals: [...decisionRefusals, 'own-application', 'note-needed'],
    roundTrips: 6,
  },
  reject: {
    caller: staffOfUnions,
    input: z.object({ caseId: CaseId, reason: RejectReason, note: z.nullable(ShortText) }),
    output: decided,
    refusals: [...decisionRefusals, 'own-application', 'note-needed'],
    roundTrips: 6,
  },

  confirmTransfer: {
    caller: staffOfUnions,
    input: byCase,
    output: decided,
    refusals: [...decisionRefusals, 'own-application'],
    roundTrips: 7,
  },
  declineTransfer: {
    caller: staffOfUnions,
    input: z.object({ caseId: CaseId, note: ShortText }),
    output: decided,
    refusals: [...decisionRefusals, 'own-application'],
    roundTrips: 7,
  },
  // Keeping the roll.
  findMember: {
    caller: staffOfUnions,
    input: z.object({ cardNumber: CardNumber }),
    output: FoundMember,
    refusals: ['member-not-found'],
    roundTrips: 3,
  },
  /** A transfer under way ends with it. */
  suspend: {
    caller: staffOfUnions,
    input: z.object({ cardNumber: CardNumber, note: ShortText }),
    output: FoundMember,
    refusals: ['member-not-found', 'own-membership', 'not-in-this-state', 'changed-meanwhile'],
    roundTrips: 7,
  },
  restore: {
    caller: staffOfUnions,
    input: z.object({ cardNumber: CardNumber, note: ShortText }),
    output: FoundMember,
    refusals: ['member-not-found', 'own-membership', 'not-in-this-state', 'changed-meanwhile'],
    roundTrips: 6,
  },
  /** The union dissolved or the work ended: membership is kept until a new union takes it over. */
  retain: {
    caller: staffOfUnions,
    input: z.object({ cardNumber: CardNumber, note: ShortText }),
    output: FoundMember,
    refusals: ['member-not-found', 'own-membership', 'not-in-this-state', 'changed-meanwhile'],
    roundTrips: 6,
  },
  /** Name and document were compared by a clerk, so a clerk corrects them (PIPL 46), with the document at hand. */
  correctRecord: {
    caller: staffOfUnions,
    input: z.object({
      cardNumber: CardNumber,
      name: z.optional(PersonName),
      document: z.optional(IdentityDocument),
      note: ShortText,
    }),
    output: FoundMember,
    refusals: ['member-not-found', 'own-membership', 'nothing-to-correct', 'id-card-in-use', 'changed-meanwhile'],
    roundTrips: 4,
  },
});
