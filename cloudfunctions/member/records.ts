import * as z from 'zod/mini';
import { ConsentReceipt } from '../../types/consent';
import { EnrolmentEvent } from '../../types/enrolment';
import type { CardNumber } from '../../types/ids';
import { CaseId, PersonId, UnionId } from '../../types/ids';
import { MembershipEvent } from '../../types/membership';
import { Occupation, WorkRelation } from '../../types/occupation';
import { CaseOutcome, PersonCaseKind } from '../../types/review';
import { EpochMs, NEVER } from '../../types/time';
import { RoutingRule, UnionLevel } from '../../types/union';
import { collection } from '../runtime/database';

const Office = z.object({ unionId: UnionId, name: z.string() });

export const UnionRecord = z.object({
  _id: UnionId,
  name: z.string(),
  /** Name of the street, town or zone, for the unions that are one. */
  areaName: z.nullable(z.string()),
  level: UnionLevel,
  rank: z.int(),
  parentId: z.nullable(UnionId),
  /** This union and those above it, in that order. */
  offices: z.array(Office).check(z.minLength(1)),
  serves: z.array(z.string()),
});
export type UnionRecord = z.infer<typeof UnionRecord>;

/** The union somebody chose, as it stood then: names and offices are kept so that the decision stays readable. */
export const ChosenUnion = z.object({
  unionId: UnionId,
  name: z.string(),
  level: UnionLevel,
  rule: RoutingRule,
  recommended: z.boolean(),
  reason: z.nullable(z.string()),
  offices: z.array(Office).check(z.minLength(1)),
  workArea: z.nullable(z.string()),
  homeArea: z.nullable(z.string()),
});
export type ChosenUnion = z.infer<typeof ChosenUnion>;

const Form = z.object({
  occupation: z.nullable(Occupation),
  workRelation: z.nullable(WorkRelation),
  employerName: z.nullable(z.string()),
  employerCode: z.nullable(z.string()),
  workAreaId: z.nullable(UnionId),
  homeAreaId: z.nullable(UnionId),
  name: z.nullable(z.string()),
});

/** A number that only its owner and a named purpose see in full. */
const SealedNumber = z.object({ sealed: z.string(), masked: z.string() });
const SealedDocument = z.object({
  kind: z.enum(['id-card', 'other']),
  sealed: z.string(),
  masked: z.string(),
  /** `idcard:<fingerprint>`: becomes the identity key while an application or a membership lives. */
  key: z.string(),
});

const Signature = z.object({ version: z.string(), at: EpochMs });

/** Where an application stands. What exists only in some states lives in those states. */
const Enrolment = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft') }),
  z.object({ state: z.literal('submitted'), caseId: CaseId, signature: Signature }),
  z.object({ state: z.literal('returned'), signature: Signature }),
  z.object({ state: z.literal('approved'), signature: Signature }),
  z.object({ state: z.literal('refused') }),
  z.object({ state: z.literal('withdrawn') }),
]);
export type Enrolment = z.infer<typeof Enrolment>;

const Transfer = z.object({
  round: z.int(),
  to: z.object({ unionId: UnionId, name: z.string(), offices: z.array(Office).check(z.minLength(1)) }),
  reason: z.string(),
  requestedAt: EpochMs,
  releasedAt: z.nullable(EpochMs),
  acceptedAt: z.nullable(EpochMs),
  /** Where it goes back to when a side declines or the person thinks better of it. */
  returnsTo: z.enum(['active', 'retained']),
});
export type Transfer = z.infer<typeof Transfer>;

const membershipFields = {
  unionId: UnionId,
  unionName: z.string(),
  offices: z.array(Office).check(z.minLength(1)),
  since: EpochMs,
  history: z.array(MembershipEvent),
};

const Membership = z.discriminatedUnion('state', [
  z.object({ state: z.literal('active'), ...membershipFields }),
  z.object({ state: z.literal('transferring'), ...membershipFields, transfer: Transfer }),
  z.object({ state: z.literal('retained'), ...membershipFields }),
  z.object({ state: z.literal('suspended'), ...membershipFields }),
  z.object({ state: z.literal('left'), ...membershipFields, leftAt: EpochMs }),
]);
export type Membership = z.infer<typeof Membership>;
/** Every state that a membership is stored in. */
const MembershipState = z.union(Membership.def.options.map((one) => one.shape.state));

/** A case about a person, still to be opened. */
const NewPersonCase = z.object({
  _id: CaseId,
  kind: PersonCaseKind,
  subjectId: PersonId,
  maskedName: z.string(),
  occupation: z.nullable(Occupation),
  offices: z.array(Office).check(z.minLength(1)),
});

export type NewPersonCase = z.infer<typeof NewPersonCase>;

/** A case that is still to be opened or closed. Written with the decision itself, done right after it. */
export const FollowUp = z.discriminatedUnion('act', [
  z.object({ act: z.literal('open'), fresh: NewPersonCase, at: EpochMs }),
  z.object({
    act: z.literal('close'),
    caseId: CaseId,
    closing: z.object({
      outcome: CaseOutcome,
      by: z.nullable(z.string()),
      byId: z.nullable(PersonId),
      office: z.string(),
      at: EpochMs,
    }),
  }),
]);
export type FollowUp = z.infer<typeof FollowUp>;

export const Member = z.object({
  _id: PersonId,
  /** Rises with every change; a change names the one it was decided on. 0 is not stored yet. */
  revision: z.int(),
  identityKey: z.string(),
  cardNumber: z.string(),
  consents: z.array(ConsentReceipt),
  form: Form,
  mobile: z.nullable(SealedNumber),
  document: z.nullable(SealedDocument),
  union: z.nullable(ChosenUnion),
  /** Applications handed in so far; part of the case's id. */
  round: z.int(),
  enrolment: Enrolment,
  enrolmentHistory: z.array(EnrolmentEvent),
  membership: z.nullable(Membership),
  transfers: z.int(),
  followUps: z.array(FollowUp),
  unsettledAt: EpochMs,
  purgeAt: EpochMs,
});
export type Member = z.infer<typeof Member>;

/** A code that was shown at a door, kept until nobody could show it again. */
export const CardCheckRecord = z.object({ _id: z.string(), checkedBy: PersonId, at: EpochMs, purgeAt: EpochMs });

const members = collection('members', Member);
export const unions = collection('unions', UnionRecord);
export const cardChecks = collection('card-checks', CardCheckRecord);

export const readMember = (id: PersonId): Promise<Member | null> => members.get(id);

const Belonging = z.object({
  _id: PersonId,
  /** Of somebody who never was a member there is none. */
  membership: z.nullish(z.object({ state: MembershipState, unionId: UnionId })),
});
export type Belonging = z.infer<typeof Belonging>;

/** Whose members some people are or were, and nothing else of them. One round trip. */
export const membershipsOf = (ids: readonly PersonId[]): Promise<Belonging[]> =>
  members.findParts(
    { _id: { in: ids } },
    { schema: Belonging, fields: ['membership.state', 'membership.unionId'] },
    { limit: ids.length },
  );

/** The person's record, or a blank one that is not stored yet. */
export const loadMember = async (id: PersonId): Promise<Member> => (await members.get(id)) ?? blankMember(id);

export const memberByCard = async (number: CardNumber): Promise<Member | null> =>
  (await members.find({ cardNumber: number }, { limit: 1 }))[0] ?? null;

export const membersToPurge = (now: EpochMs, limit: number): Promise<Member[]> =>
  members.find({ purgeAt: { upTo: now } }, { order: [['purgeAt', 'asc']], limit });

export const membersToSettle = (now: EpochMs, limit: number): Promise<Member[]> =>
  members.find({ unsettledAt: { upTo: now } }, { order: [['unsettledAt', 'asc']], limit });

/**
 * Stores what was decided, if nothing changed since it was read. One round trip.
 *
 * @returns `overtaken` when somebody else changed it first; `duplicate` when another person holds the ID card or number
 */
export async function saveMember(before: Member, after: Member): Promise<Saved> {
  const next = { ...after, revision: before.revision + 1 };
  const outcome = before.revision === 0 ? await members.insert(next) : await updateMember(before, next);
  if (outcome === 'inserted' || outcome === 'updated') return { outcome: 'saved', member: next };
  return { outcome: outcome === 'duplicate' && before.revision > 0 ? 'duplicate' : 'overtaken' };
}

export type Saved =
  { readonly outcome: 'saved'; readonly member: Member } | { readonly outcome: 'overtaken' | 'duplicate' };

function updateMember(before: Member, next: Member): Promise<'updated' | 'unmatched' | 'duplicate'> {
  const changed = Object.entries(next).filter(([key, value]) => value !== before[key as keyof Member]);
  return members.update({ _id: before._id, revision: before.revision }, { set: Object.fromEntries(changed) });
}

export const unclaimed = (id: PersonId): string => `person:${id}`;
export const noCard = (id: PersonId): string => `none:${id}`;

export const blankMember = (id: PersonId): Member => ({
  _id: id,
  revision: 0,
  identityKey: unclaimed(id),
  cardNumber: noCard(id),
  consents: [],
  form: {
    occupation: null,
    workRelation: null,
    employerName: null,
    employerCode: null,
    workAreaId: null,
    homeAreaId: null,
    name: null,
  },
  mobile: null,
  document: null,
  union: null,
  round: 0,
  enrolment: { state: 'draft' },
  enrolmentHistory: [],
  membership: null,
  transfers: 0,
  followUps: [],
  unsettledAt: NEVER,
  purgeAt: NEVER,
});
