import { agree } from '../../types/result';
import { ownLine, peopleIn } from './proposal-view';
import { proposals } from './proposal-records';
import type { Handler } from './scene';
import { sideOf } from './two-sides';

/** More than anybody has in four months. */
const MOST = 200;

/** One's own, latest first. */
export const listProposals: Handler<'listProposals'> = async (_nothing, { now, personId }) => {
  const found = await proposals.find({ people: personId }, { order: [['proposedAt', 'desc']], limit: MOST });
  const own = found.flatMap((proposal) => {
    const side = sideOf(proposal, personId);
    return side === null ? [] : [{ proposal, side }];
  });
  const there = await peopleIn(own.map(({ proposal }) => proposal));
  return agree({ proposals: own.map(({ proposal, side }) => ownLine(proposal, side, there, now)) });
};
