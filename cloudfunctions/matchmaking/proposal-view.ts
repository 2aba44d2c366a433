import type { PersonId } from '../../types/ids';
import type { Side } from '../../types/match-kind';
import { sides } from '../../types/match-kind';
import { MatchContact } from '../../types/match-profile';
import type { MatchCard, OwnProposal, ProposalView } from '../../types/match-proposal';
import type { EpochMs } from '../../types/time';
import { asTheyStand } from './as-they-stand';
import { cardOf } from './card';
import type { Profile } from './profile-records';
import { consentsTo, profiles, saidBy } from './profile-records';
import { stateAt } from './profile-states';
import type { Proposal } from './proposal-records';
import { openedAnswer, openedPart } from './sealed-answer';
import { otherSide } from './two-sides';

/** Profiles of those who are in proposals, as they stand, by person. */
export type PeopleThere = ReadonlyMap<PersonId, Profile>;

/** Those who are in proposals that have not ended. Two round trips, none for none. */
export async function peopleIn(found: readonly Proposal[]): Promise<PeopleThere> {
  const ids = [...new Set(found.flatMap(({ state, people }) => (state === 'ended' ? [] : people)))];
  if (ids.length === 0) return new Map();
  const there = await asTheyStand(await profiles.find({ _id: { in: ids } }, { limit: ids.length }));
  return new Map(there.map((profile) => [profile._id, profile]));
}

/**
 * Whether a side is still in it: their profile is the one that was proposed, and they agree to being proposed; and
 * until both have heard, it has not run out, nor did they leave their union. A call that died while it took somebody
 * out leaves nothing of them that others read.
 */
export function isStillIn({ source, state, ...held }: Proposal, side: Side, there: PeopleThere, now: EpochMs): boolean {
  const { personId, profileId } = held[side];
  if (profileId === null) return true;
  const profile = there.get(personId);
  if (profile?.profileId !== profileId) return false;
  if (state === 'open' && stateAt(profile, now) === 'expired') return false;
  return source === 'mixer' || consentsTo(profile, 'proposals');
}

/** A proposal as both sides read it at this instant: ended where one of them is not in it any more. */
const stateFor = (proposal: Proposal, there: PeopleThere, now: EpochMs): Proposal['state'] =>
  sides.every((side) => isStillIn(proposal, side, there, now)) ? proposal.state : 'ended';

/** One line of somebody's list. */
export function ownLine(proposal: Proposal, side: Side, there: PeopleThere, now: EpochMs): OwnProposal {
  const { _id, studioName, proposedAt, revealsAt, source } = proposal;
  const state = stateFor(proposal, there, now);
  const { answer } = proposal[side];
  const mayChange = state === 'open' && now < revealsAt && answer !== null;
  return {
    proposalId: _id,
    state,
    studioName,
    proposedAt,
    revealsAt,
    calledName: state === 'ended' ? null : nameOf(proposal, otherSide(side), there),
    answer: mayChange ? openedAnswer(_id, side, answer) : null,
    fromMixer: source === 'mixer',
  };
}

/** The whole of one's own side; of the other, what they marked for whoever reads it now. */
export function ownView(proposal: Proposal, side: Side, there: PeopleThere, now: EpochMs): ProposalView {
  const line = ownLine(proposal, side, there, now);
  const isMutual = line.state === 'mutual';
  const contact = isMutual ? contactOf(proposal, otherSide(side), now) : null;
  const shows = line.state !== 'ended' && proposal.source === 'bench';
  return {
    ...line,
    card: shows ? cardIn(proposal, otherSide(side), there, now) : null,
    words: shows ? openedPart(line.proposalId, side, 'words', proposal[side].words) : null,
    ownCard: shows ? cardIn(proposal, side, there, now) : null,
    contact,
    contactUntil: contact === null ? null : proposal.contactUntil,
    followsUp: isMutual && proposal[side].followsUp,
    mayReport: true,
  };
}

/** As they are called today; as on the day of the proposal where that waits to be looked at, or there is no profile. */
function nameOf(proposal: Proposal, side: Side, there: PeopleThere): string {
  const profile = proposal.source === 'mixer' ? undefined : there.get(proposal[side].personId);
  if (profile !== undefined && !profile.held.includes('calledName')) return saidBy(profile).form.calledName;
  return openedPart(proposal._id, side, 'named', proposal[side].named) ?? '';
}

function cardIn(proposal: Proposal, side: Side, there: PeopleThere, now: EpochMs): MatchCard | null {
  const profile = there.get(proposal[side].personId);
  if (profile === undefined) return null;
  const audience = proposal.state === 'mutual' ? 'mutual' : 'proposal';
  const card = cardOf(profile, saidBy(profile), audience, now, proposal[side].hides);
  return { ...card, calledName: nameOf(proposal, side, there) };
}

/** How the other is reached: to its last day, whether the timer has come by or not. */
function contactOf({ _id, contactUntil, ...held }: Proposal, side: Side, now: EpochMs): MatchContact | null {
  if (contactUntil === null || now >= contactUntil) return null;
  const opened = openedPart(_id, side, 'contact', held[side].contact);
  return opened === null ? null : MatchContact.parse(JSON.parse(opened));
}
