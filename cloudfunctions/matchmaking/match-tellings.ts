import type { EpochMs } from '../../types/time';
import type { PersonId } from '../../types/ids';
import type { FollowUpStage } from '../../types/match-kind';
import type { News } from '../notice/inbox';
import type { Proposal } from './proposal-records';

type About = Pick<Proposal, '_id' | 'studioName' | 'people' | 'proposedAt' | 'revealsAt'>;

const news = (
  { _id, studioName }: About,
  kind: News['kind'],
  to: PersonId,
  more: Pick<News, 'once' | 'at' | 'when'>,
) => ({
  to,
  kind,
  subject: studioName,
  eventId: null,
  proposalId: _id,
  words: null,
  ...more,
});

/** Both are asked; with when they hear. */
export const proposedNews = (proposal: About): News[] =>
  proposal.people.map((to) =>
    news(proposal, 'match-proposed', to, { once: proposal._id, at: proposal.proposedAt, when: proposal.revealsAt }),
  );

/** Both hear that it was mutual. Where it was not, nobody is told anything. */
export const mutualNews = (proposal: About, now: EpochMs): News[] =>
  proposal.people.map((to) => news(proposal, 'match-mutual', to, { once: proposal._id, at: now, when: null }));

/** The studio asks one of the two how it goes. */
export const followUpNews = (proposal: About, to: PersonId, stage: FollowUpStage, now: EpochMs): News =>
  news(proposal, 'match-follow-up', to, { once: `${proposal._id}:${stage}`, at: now, when: null });
