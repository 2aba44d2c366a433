/** What the two people of a proposal are answered, with what a test is not about filled in. */
import type { AnswerFor } from '@contract/contracts';
import { OwnProposal, ProposalView } from '@contract/match-proposal';
import { aMatchCard, benchNow, revealsAt } from './a-bench';

type About<Shape> = Partial<Record<keyof Shape, unknown>>;

export const proposalId = 'q00000000001';

/** 小周 is proposed, until the fifth day after; nothing is answered yet. */
export const aProposal = (about: About<ProposalView> = {}): ProposalView =>
  ProposalView.parse({
    proposalId,
    state: 'open',
    studioName: '北蔡公益红娘工作室',
    proposedAt: benchNow,
    revealsAt,
    calledName: '小周',
    answer: 'none',
    fromMixer: false,
    card: aMatchCard({ calledName: '小周', gender: 'man', age: 33 }),
    words: '都喜欢看电影，作息也合得来',
    ownCard: aMatchCard(),
    contact: null,
    contactUntil: null,
    followsUp: false,
    mayReport: true,
    ...about,
  });

/** Both said yes: 小周 is reached for thirty days. */
export const aMutualProposal = (about: About<ProposalView> = {}): ProposalView =>
  aProposal({
    state: 'mutual',
    answer: null,
    contact: { kind: 'wechat', value: 'zhou_1993' },
    contactUntil: revealsAt + 30 * 86_400_000,
    followsUp: true,
    ...about,
  });

/** Nothing is left of it but that it was. */
export const anEndedProposal = (): ProposalView =>
  aProposal({ state: 'ended', calledName: null, answer: null, card: null, words: null, ownCard: null });

export const aProposalLine = (about: About<OwnProposal> = {}): OwnProposal =>
  OwnProposal.parse({
    proposalId,
    state: 'open',
    studioName: '北蔡公益红娘工作室',
    proposedAt: benchNow,
    revealsAt,
    calledName: '小周',
    answer: 'none',
    fromMixer: false,
    ...about,
  });

export const shownAs = (proposal: ProposalView): AnswerFor<'matchmaking.showProposal'> => ({
  ok: true,
  value: { proposal },
});
