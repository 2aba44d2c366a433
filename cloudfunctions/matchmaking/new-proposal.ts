import type { EventId, PersonId, ProfileId, ProposalId, UnionId } from '../../types/ids';
import type { MatchFact, Side } from '../../types/match-kind';
import type { MatchContact } from '../../types/match-profile';
import { EpochMs, NEVER } from '../../types/time';
import { fingerprint } from '../runtime/sealed';
import { nextFollowUp, stageAt } from './follow-ups';
import { sealedKeys } from './proposal-keys';
import type { Proposal, ProposalSide } from './proposal-records';
import { revealDay } from './reveal-day';
import { sealedAnswer, sealedList, sealedPart } from './sealed-answer';

/** Contacts are shown so long after both heard. Milliseconds. */
export const CONTACT_MS = 30 * 86_400_000;
/** A call that died after writing told nobody: the timer does, so much later. Milliseconds. */
const LEFT_MS = 2 * 60_000;

/** Somebody as they are when a proposal is made. */
export type Proposed = {
  readonly personId: PersonId;
  /** Null for somebody of a mixer who has no profile. */
  readonly profileId: ProfileId | null;
  /** Empty while nobody has looked at it. */
  readonly calledName: string;
};
export type BenchPerson = Proposed & { readonly hides: readonly MatchFact[]; readonly words: string | null };
export type MixerPerson = Proposed & { readonly contact: MatchContact };

type About = {
  readonly _id: ProposalId;
  readonly studioId: UnionId;
  readonly studioName: string;
  readonly by: PersonId;
  readonly byName: string;
};

/** What a matchmaker proposes to two people, whichever way they are named. */
export function openProposal(
  about: About & { readonly people: readonly [BenchPerson, BenchPerson] },
  now: EpochMs,
): Proposal {
  const { people, ...rest } = about;
  const { _id } = rest;
  const [one, other] = inOrder(_id, people);
  const side = (which: Side, person: BenchPerson): ProposalSide => ({
    ...freshSide(_id, which, person),
    hides: [...person.hides],
    words: person.words === null ? null : sealedPart(_id, which, 'words', person.words),
    answer: sealedAnswer(_id, which, 'none'),
  });
  return {
    ...rest,
    ...whole(rest, side('one', one), side('other', other), now),
    state: 'open',
    source: 'bench',
    eventId: null,
    revealsAt: revealDay(now),
    contactUntil: null,
    followUpAt: NEVER,
    dueAt: EpochMs.parse(now + LEFT_MS),
  };
}

/**
 * What two people chose at a mixer, told at `at`: the same from then on as a proposal to which both said yes. The
 * caller inserts it by `mixerProposalIdOf`, marks the pair, and tells everybody of the mixer at once.
 */
export function mutualProposal(
  about: About & { readonly eventId: EventId; readonly people: readonly [MixerPerson, MixerPerson] },
  at: EpochMs,
): Proposal {
  const { people, eventId, ...rest } = about;
  const { _id } = rest;
  const [one, other] = inOrder(_id, people);
  const side = (which: Side, person: MixerPerson): ProposalSide => ({
    ...freshSide(_id, which, person),
    contact: sealedPart(_id, which, 'contact', JSON.stringify(person.contact)),
  });
  const sides = { one: side('one', one), other: side('other', other) };
  return {
    ...rest,
    ...whole(rest, sides.one, sides.other, at),
    state: 'mutual',
    source: 'mixer',
    eventId,
    revealsAt: at,
    contactUntil: EpochMs.parse(at + CONTACT_MS),
    followUpAt: nextFollowUp(at, [sides.one, sides.other]),
    dueAt: stageAt(at, 'days'),
  };
}

const whole = ({ _id }: About, one: ProposalSide, other: ProposalSide, at: EpochMs) => ({
  one,
  other,
  people: [one.personId, other.personId],
  keys: sealedKeys(_id, one.personId, other.personId),
  proposedAt: at,
  listKey: `${String(at).padStart(15, '0')}:${_id}`,
});

const freshSide = (_id: ProposalId, which: Side, { personId, profileId, calledName }: Proposed): ProposalSide => ({
  personId,
  profileId,
  named: sealedPart(_id, which, 'named', calledName),
  hides: [],
  words: null,
  answer: null,
  contact: null,
  list: sealedList(_id, which, false),
  followsUp: true,
  done: [],
  told: [],
});

/** An order that only the key knows: neither the request nor what anybody is called leads to it. */
function inOrder<Person extends Proposed>(
  _id: ProposalId,
  [first, second]: readonly [Person, Person],
): readonly [Person, Person] {
  const draw = (personId: PersonId): string => fingerprint('match-sides', `${_id}:${personId}`);
  return draw(first.personId) < draw(second.personId) ? [first, second] : [second, first];
}
