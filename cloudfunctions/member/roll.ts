import type { CardNumber } from '../../types/ids';
import { CardNumber as asCardNumber } from '../../types/ids';
import type { FoundMember } from '../../types/membership';
import { maskedName } from '../../types/person';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { recordLook } from '../review/ledger';
import { STAFF } from './case-at-hand';
import { keepRoll, mayStep } from './membership';
import type { Member, Membership } from './records';
import { memberByCard, saveMember } from './records';
import type { Handler } from './scene';
import type { Standing } from './standing';

export const findMember: Handler<'findMember'> = async ({ cardNumber }, { now, standing }) => {
  const found = await onTheRoll(cardNumber, standing);
  if (found === null) return refuse('member-not-found');
  const office = standing.officeFor(officesOf(found.membership), STAFF);
  await recordLook({
    subjectId: found.member._id,
    at: now,
    actorId: standing.personId,
    office,
    act: 'find',
    purpose: null,
  });
  return agree(foundMember(found.member, found.membership));
};

type Step = 'suspend' | 'restore' | 'retain';

const keep =
  (step: Step) =>
  async (
    { cardNumber, note }: { readonly cardNumber: CardNumber; readonly note: string },
    { now, standing }: { readonly now: EpochMs; readonly standing: Standing },
  ): ReturnType<Handler<Step>> => {
    const found = await onTheRoll(cardNumber, standing);
    if (found === null) return refuse('member-not-found');
    const office = standing.officeFor(officesOf(found.membership), STAFF);
    const next = keepRoll(found.membership, step, { at: now, office, note });
    if (!next.ok) return next;
    const saved = await saveMember(found.member, { ...found.member, membership: next.value });
    return saved.outcome === 'saved' ? agree(foundMember(saved.member, next.value)) : refuse('changed-meanwhile');
  };

export const suspend: Handler<'suspend'> = keep('suspend');
export const restore: Handler<'restore'> = keep('restore');
export const retain: Handler<'retain'> = keep('retain');

/** A member of the caller's unions or of one below them; a stranger's number and a number of elsewhere look the same. */
async function onTheRoll(
  cardNumber: CardNumber,
  standing: Standing,
): Promise<{ member: Member; membership: Membership } | null> {
  const member = await memberByCard(cardNumber);
  if (member?.membership == null) return null;
  const { membership } = member;
  return standing.covers(officesOf(membership), STAFF) ? { member, membership } : null;
}

const officesOf = (membership: Membership): Membership['unionId'][] =>
  membership.offices.map((office) => office.unionId);

const foundMember = (member: Member, membership: Membership): FoundMember => ({
  personId: member._id,
  cardNumber: asCardNumber.parse(member.cardNumber),
  maskedName: maskedName(member.form.name ?? ''),
  state: membership.state,
  unionName: membership.unionName,
  since: membership.since,
  may: {
    suspend: mayStep(membership, 'suspend'),
    restore: mayStep(membership, 'restore'),
    retain: mayStep(membership, 'retain'),
  },
});
