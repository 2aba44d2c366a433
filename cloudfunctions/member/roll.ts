import type { CardNumber, PersonId } from '../../types/ids';
import { CardNumber as asCardNumber } from '../../types/ids';
import type { FoundMember } from '../../types/membership';
import { maskedName } from '../../types/person';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { recordLook } from '../review/ledger';
import { fingerprint, seal } from '../runtime/sealed';
import { withdrawnCases } from './cancel-transfer';
import { STAFF } from './case-at-hand';
import { sealedDocument } from './draft';
import { corrected, keepRoll, mayStep, stands } from './membership';
import type { Member, Membership } from './records';
import { memberByCard, saveMember } from './records';
import type { Handler } from './scene';
import { followedBy, settle } from './settling';
import type { Standing } from './standing';

export const findMember: Handler<'findMember'> = async ({ cardNumber }, { now, standing }) => {
  const found = await onTheRoll(cardNumber, standing);
  if (found === null) return refuse('member-not-found');
  await writeDown(found, standing, 'find', now);
  return agree(foundMember(found.member, found.membership, standing.personId));
};

type Step = 'suspend' | 'restore' | 'retain';

const keep =
  (step: Step) =>
  async (
    { cardNumber, note }: { readonly cardNumber: CardNumber; readonly note: string },
    { now, standing }: { readonly now: EpochMs; readonly standing: Standing },
  ): ReturnType<Handler<Step>> => {
    const found = await othersMembership(cardNumber, standing);
    if (!found.ok) return found;
    const { member, membership } = found.value;
    const why = { at: now, office: officeOf(standing, membership), note };
    if (isRepeated(membership, step, why)) return agree(foundMember(member, membership, standing.personId));
    const next = keepRoll(membership, step, why);
    if (!next.ok) return next;
    await writeDown(found.value, standing, step, now);
    const kept = { ...member, membership: next.value };
    const saved = await saveMember(member, followedBy(kept, withdrawnCases(member, now), now));
    if (saved.outcome !== 'saved') return refuse('changed-meanwhile');
    await settle(saved.member);
    return agree(foundMember(saved.member, next.value, standing.personId));
  };

export const suspend: Handler<'suspend'> = keep('suspend');
export const restore: Handler<'restore'> = keep('restore');
export const retain: Handler<'retain'> = keep('retain');

export const correctRecord: Handler<'correctRecord'> = async ({ cardNumber, note, ...typed }, { now, standing }) => {
  if (typed.name === undefined && typed.document === undefined) return refuse('nothing-to-correct');
  const found = await othersMembership(cardNumber, standing);
  if (!found.ok) return found;
  const { member, membership } = found.value;
  // Of somebody who left, the document is on its way out: nothing is taken in again.
  if (!stands(membership)) return refuse('member-not-found');
  const document = typed.document && sealedDocument(member._id, typed.document, { seal, fingerprint });
  const why = { at: now, office: officeOf(standing, membership), note };
  if (isSameAsHeld(member, typed.name, document)) {
    if (!isRepeated(membership, 'correct', why)) return refuse('nothing-to-correct');
    return agree(foundMember(member, membership, standing.personId));
  }
  await writeDown(found.value, standing, 'correct', now);
  const next = corrected(member, { name: typed.name, document }, why);
  const saved = await saveMember(member, next);
  if (saved.outcome === 'duplicate') return refuse('id-card-in-use');
  if (saved.outcome === 'overtaken' || next.membership === null) return refuse('changed-meanwhile');
  return agree(foundMember(next, next.membership, standing.personId));
};

/** Acts that the roll answers for: written with who did it, before it is done. */
const writeDown = (
  { member, membership }: OnTheRoll,
  standing: Standing,
  act: Step | 'find' | 'correct',
  now: EpochMs,
): Promise<void> =>
  recordLook({
    subjectId: member._id,
    at: now,
    actorId: standing.personId,
    office: officeOf(standing, membership),
    act,
    purpose: null,
  });

/** The same act again after a lost answer: it is done, and that is what was asked. */
function isRepeated(
  membership: Membership,
  step: Step | 'correct',
  why: { readonly office: string; readonly note: string },
): boolean {
  const last = membership.history.at(-1);
  return last?.step === step && last.note === why.note && last.office === why.office;
}

const isSameAsHeld = (
  { form, document: held }: Member,
  name: string | undefined,
  document: Member['document'] | undefined,
) => (name === undefined || name === form.name) && (document === undefined || document?.key === held?.key);

type OnTheRoll = { readonly member: Member; readonly membership: Membership };

/** A member of the caller's unions or of one below them; a stranger's number and a number of elsewhere look the same. */
async function onTheRoll(cardNumber: CardNumber, standing: Standing): Promise<OnTheRoll | null> {
  const member = await memberByCard(cardNumber);
  if (member?.membership == null) return null;
  const { membership } = member;
  return standing.covers(officesOf(membership), STAFF) ? { member, membership } : null;
}

/** Nobody keeps their own place on the roll. */
async function othersMembership(
  cardNumber: CardNumber,
  standing: Standing,
): Promise<Result<OnTheRoll, 'member-not-found' | 'own-membership'>> {
  const found = await onTheRoll(cardNumber, standing);
  if (found === null) return refuse('member-not-found');
  return found.member._id === standing.personId ? refuse('own-membership') : agree(found);
}

const officesOf = (membership: Membership): Membership['unionId'][] =>
  membership.offices.map((office) => office.unionId);

const officeOf = (standing: Standing, membership: Membership): string =>
  standing.officeFor(officesOf(membership), STAFF);

const foundMember = (member: Member, membership: Membership, viewer: PersonId): FoundMember => {
  const may = (step: Step): boolean => member._id !== viewer && mayStep(membership, step);
  return {
    personId: member._id,
    cardNumber: asCardNumber.parse(member.cardNumber),
    maskedName: maskedName(member.form.name ?? ''),
    state: membership.state,
    unionName: membership.unionName,
    since: membership.since,
    may: {
      suspend: may('suspend'),
      restore: may('restore'),
      retain: may('retain'),
      correct: member._id !== viewer && stands(membership),
    },
  };
};
