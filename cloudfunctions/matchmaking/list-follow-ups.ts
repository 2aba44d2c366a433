import type { FollowUp } from '../../types/match-proposing';
import type { FollowUpStage } from '../../types/match-kind';
import { sides } from '../../types/match-kind';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { NEVER } from '../../types/time';
import { stageAt, stagesOf } from './follow-ups';
import { namedIn, writeLooks } from './looking';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { atTheBench } from './proposals-at-bench';
import type { Handler } from './scene';
import { openedPart } from './sealed-answer';
import { studioAtBench } from './studio-at-bench';
import { otherSide, sideHeldBy } from './two-sides';

/** Pairs of a studio in four months. */
const MOST = 500;

/**
 * What is due and what comes next, the earliest first. Whoever stopped being asked is in neither, nor who left their
 * union, nor the caller.
 */
export const listFollowUps: Handler<'listFollowUps'> = async ({ studioId }, { now, standing }) => {
  const door = await studioAtBench(standing, studioId, now);
  if (!door.ok) return door;
  const all = await proposals.find(
    { studioId, followUpAt: { before: NEVER } },
    { order: [['followUpAt', 'asc']], limit: MOST },
  );
  const found = await atTheBench(all.filter((proposal) => sideHeldBy(proposal, standing.personId) === null));
  const looker = { name: standing.name, studioName: door.value.form.name };
  await writeLooks(namedIn(found.filter(isAskedAfter)), 'follow-up-listed', looker, now);
  return agree({ due: listed(found, 'due', now), later: listed(found, 'later', now) });
};

/** Whether anything of a pair is in the lists: one of the two may still be asked. */
const isAskedAfter = (proposal: Proposal): boolean =>
  proposal.state === 'mutual' &&
  sides.some((side) => stagesOf(proposal[side], proposal.revealsAt, NEVER).due.length > 0);

const listed = (found: readonly Proposal[], when: 'due' | 'later', now: EpochMs): FollowUp[] =>
  found
    .filter(({ state }) => state === 'mutual')
    .flatMap((proposal) =>
      sides.flatMap((side) => stagesOf(proposal[side], proposal.revealsAt, now)[when].map(asRead(proposal, side))),
    )
    .sort((one, other) => one.dueAt - other.dueAt || one.proposalId.localeCompare(other.proposalId));

const asRead =
  (proposal: Proposal, side: 'one' | 'other') =>
  (stage: FollowUpStage): FollowUp => {
    const { _id, revealsAt } = proposal;
    const named = (which: 'one' | 'other'): string => openedPart(_id, which, 'named', proposal[which].named) ?? '';
    return {
      proposalId: _id,
      side,
      profileId: proposal[side].profileId,
      calledName: named(side),
      otherCalledName: named(otherSide(side)),
      stage,
      dueAt: stageAt(revealsAt, stage),
    };
  };
