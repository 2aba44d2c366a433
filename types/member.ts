import * as z from 'zod/mini';
import { appointmentActions } from './appointment';
import { ConsentReceipt, Purpose } from './consent';
import { contract, roles } from './contract';
import { DecisionClock, EnrolmentDraft, EnrolmentState, EnrolmentView, ShortText } from './enrolment';
import { PersonId, UnionId } from './ids';
import { memberStaffActions } from './member-staff';
import { CardCheck, CardState, CardView, MembershipView } from './membership';
import { Occupation, WorkRelation } from './occupation';
import { OwnDataView } from './own-data';
import { MobileNumber } from './person';
import { EpochMs, ShanghaiDay } from './time';
import { Area, UnionChoice, UnionSummary } from './union';

const nothing = z.object({});

/** Who one is here, for the first screen. */
const SelfView = z.object({
  personId: PersonId,
  name: z.nullable(z.string()),
  enrolment: z.nullable(EnrolmentState),
  card: z.nullable(CardState),
  unionName: z.nullable(z.string()),
  roles: z.array(z.object({ role: z.enum(roles), unionName: z.string(), until: ShanghaiDay })),
});
export type SelfView = z.infer<typeof SelfView>;

export const memberContract = contract({
  ...memberStaffActions,
  ...appointmentActions,

  showSelf: { caller: 'person', input: nothing, output: SelfView, refusals: [], roundTrips: 2 },

  // Enrolment, from the side of the person.
  listAreas: {
    caller: 'anyone',
    input: nothing,
    output: z.object({ areas: z.array(Area) }),
    refusals: [],
    roundTrips: 1,
  },
  showEnrolment: { caller: 'person', input: nothing, output: EnrolmentView, refusals: [], roundTrips: 4 },
  giveConsents: {
    caller: 'person',
    input: z.object({
      consents: z
        .array(z.object({ purpose: Purpose, version: z.string().check(z.maxLength(20)) }))
        .check(z.minLength(1), z.maxLength(5)),
    }),
    output: z.object({ receipts: z.array(ConsentReceipt) }),
    refusals: ['consent-text-changed', 'changed-meanwhile'],
    roundTrips: 2,
  },
  withdrawConsent: {
    caller: 'person',
    input: z.object({ purpose: Purpose }),
    output: z.object({ receipts: z.array(ConsentReceipt) }),
    refusals: ['consent-not-given', 'withdraw-application-first', 'leave-union-first', 'changed-meanwhile'],
    roundTrips: 2,
  },
  saveDraft: {
    caller: 'person',
    input: EnrolmentDraft,
    output: EnrolmentView,
    refusals: ['consent-needed', 'application-not-editable', 'too-young', 'changed-meanwhile'],
    roundTrips: 3,
  },
  /** Exchanges WeChat's phone code for the number and keeps it in the draft. */
  readMobile: {
    caller: 'person',
    input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
    output: z.object({ maskedMobile: z.string() }),
    refusals: ['consent-needed', 'application-not-editable', 'mobile-not-given', 'changed-meanwhile'],
    roundTrips: 3,
  },
  /** Which union is mine: one recommended, by a named rule, and the others that would take one in. */
  findUnion: {
    caller: 'person',
    input: nothing,
    output: z.object({ recommended: UnionChoice, others: z.array(UnionChoice) }),
    refusals: ['work-not-stated'],
    roundTrips: 2,
  },
  searchUnions: {
    caller: 'anyone',
    input: z.object({ text: z.string().check(z.maxLength(40)) }),
    output: z.object({ unions: z.array(UnionSummary) }),
    refusals: [],
    roundTrips: 1,
  },
  /** A union other than the recommended one needs a reason. */
  chooseUnion: {
    caller: 'person',
    input: z.object({ unionId: UnionId, reason: z.nullable(ShortText) }),
    output: EnrolmentView,
    refusals: [
      'consent-needed',
      'application-not-editable',
      'work-not-stated',
      'union-not-found',
      'reason-needed',
      'changed-meanwhile',
    ],
    roundTrips: 4,
  },
  /** Signs and hands in the saved draft. The same tap twice hands it in once. */
  apply: {
    caller: 'person',
    input: z.object({ version: z.string().check(z.maxLength(40)), agreed: z.literal(true) }),
    output: z.object({ state: z.literal('submitted'), clock: DecisionClock }),
    refusals: [
      'consent-needed',
      'application-incomplete',
      'application-text-changed',
      'already-decided',
      'already-member',
      'id-card-in-use',
      'changed-meanwhile',
    ],
    roundTrips: 4,
  },
  withdraw: {
    caller: 'person',
    input: nothing,
    output: z.object({ state: z.literal('withdrawn') }),
    refusals: ['nothing-to-withdraw', 'already-decided', 'changed-meanwhile'],
    roundTrips: 4,
  },

  // The card.
  showCard: { caller: 'person', input: nothing, output: CardView, refusals: ['no-card'], roundTrips: 1 },
  /** Verified live; the same code shown to a second person is refused. */
  verifyCard: {
    caller: 'person',
    input: z.object({ code: z.string().check(z.minLength(1), z.maxLength(200)) }),
    output: CardCheck,
    refusals: ['code-unreadable', 'code-expired', 'code-used'],
    roundTrips: 3,
  },

  // Membership that travels.
  showMembership: {
    caller: 'person',
    input: nothing,
    output: MembershipView,
    refusals: ['not-a-member'],
    roundTrips: 2,
  },
  requestTransfer: {
    caller: 'person',
    input: z.object({ toUnionId: UnionId, reason: ShortText }),
    output: MembershipView,
    refusals: ['not-a-member', 'transfer-not-possible', 'union-not-found', 'same-union', 'changed-meanwhile'],
    roundTrips: 6,
  },
  cancelTransfer: {
    caller: 'person',
    input: nothing,
    output: MembershipView,
    refusals: ['not-a-member', 'no-transfer', 'changed-meanwhile'],
    roundTrips: 6,
  },
  leave: {
    caller: 'person',
    input: z.object({ understood: z.literal(true) }),
    output: z.object({ leftAt: EpochMs }),
    refusals: ['not-a-member', 'changed-meanwhile'],
    roundTrips: 5,
  },

  // One's own data.
  showOwnData: { caller: 'person', input: nothing, output: OwnDataView, refusals: [], roundTrips: 2 },
  /** Everything held, in full, for the person alone. The copy is written to the ledger. */
  copyOwnData: {
    caller: 'person',
    input: nothing,
    output: z.object({ fileName: z.string(), json: z.string() }),
    refusals: [],
    roundTrips: 3,
  },
  correctOwnData: {
    caller: 'person',
    input: z.object({
      mobile: z.optional(MobileNumber),
      occupation: z.optional(Occupation),
      workRelation: z.optional(z.nullable(WorkRelation)),
      employerName: z.optional(z.nullable(ShortText)),
    }),
    output: OwnDataView,
    refusals: ['not-a-member', 'changed-meanwhile'],
    roundTrips: 3,
  },

  /** Clears what is kept no longer than needed. Safe to run twice. */
  purgeExpired: {
    caller: 'timer',
    input: nothing,
    output: z.object({ cleared: z.int(), repaired: z.int() }),
    refusals: [],
    roundTrips: 400,
  },
});
