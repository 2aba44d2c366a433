import { createHash } from 'node:crypto';
import type { PersonId } from '../../types/ids';
import { ProfileId, ProposalId, UnionId } from '../../types/ids';
import { EpochMs, NEVER } from '../../types/time';
import { sealedKeys } from '../matchmaking/proposal-keys';
import type { Proposal, ProposalSide } from '../matchmaking/proposal-records';
import { sealedAnswer, sealedList, sealedPart } from '../matchmaking/sealed-answer';
import { matchNow, profileIdOf } from './matchmaking';

const letters = '0123456789abcdefghjkmnpqrstvwxyz';

export const proposalIdOfTest = (name: string): ProposalId => {
  const drawn = createHash('sha256').update(`proposal:${name}`).digest().subarray(0, 11);
  return ProposalId.parse(`q${[...drawn].map((byte) => letters[byte % 32]).join('')}`);
};

/** Somebody of the pool, by the name that their profile was made with. */
export type Proposed = { readonly name: string; readonly personId: PersonId };

const fiveDays = 5 * 86_400_000;

/** A proposal that 北蔡's matchmaker made this morning, open, unanswered. `more` says what the test is about. */
export function aProposal(name: string, one: Proposed, other: Proposed, more: Partial<Proposal> = {}): Proposal {
  const _id = proposalIdOfTest(name);
  const sideOf = ({ name: calledName, personId }: Proposed, side: 'one' | 'other'): ProposalSide => ({
    personId,
    profileId: ProfileId.parse(profileIdOf(calledName)),
    named: sealedPart(_id, side, 'named', calledName),
    hides: [],
    words: null,
    answer: sealedAnswer(_id, side, 'none'),
    contact: null,
    list: sealedList(_id, side, false),
    followsUp: true,
    done: [],
    told: [],
  });
  return {
    _id,
    studioId: UnionId.parse('beicai'),
    studioName: '北蔡公益红娘工作室',
    state: 'open',
    source: 'bench',
    eventId: null,
    by: one.personId,
    byName: '红娘',
    people: [one.personId, other.personId],
    one: sideOf(one, 'one'),
    other: sideOf(other, 'other'),
    keys: sealedKeys(_id, one.personId, other.personId),
    proposedAt: matchNow,
    revealsAt: EpochMs.parse(matchNow + fiveDays),
    contactUntil: null,
    listKey: `${String(matchNow).padStart(15, '0')}:${_id}`,
    followUpAt: NEVER,
    dueAt: EpochMs.parse(matchNow + fiveDays),
    ...more,
  };
}
