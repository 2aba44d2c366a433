import type { StudioProposal } from '../../types/match-proposing';
import type { Side } from '../../types/match-kind';
import { PageCursor } from '../../types/paging';
import { agree } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { namedIn, writeLooks } from './looking';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { atTheBench } from './proposals-at-bench';
import type { Handler } from './scene';
import { openedPart } from './sealed-answer';
import { studioAtBench } from './studio-at-bench';
import { sideHeldBy } from './two-sides';

const PAGE_SIZE = 20;

/**
 * Latest first, less what was proposed to the caller: a page may have fewer lines than another. Names are those of the
 * day it was proposed; whoever is named reads that they were. Of whoever left their union nothing is read any more.
 */
export const listStudioProposals: Handler<'listStudioProposals'> = async ({ studioId, cursor }, { now, standing }) => {
  const door = await studioAtBench(standing, studioId, now);
  if (!door.ok) return door;
  const found = await proposals.find(
    { studioId, ...(cursor ? { listKey: { upTo: cursor } } : {}) },
    { order: [['listKey', 'desc']], limit: PAGE_SIZE + 1 },
  );
  const next = found[PAGE_SIZE]?.listKey;
  const listed = found.slice(0, PAGE_SIZE).filter((proposal) => sideHeldBy(proposal, standing.personId) === null);
  const shown = await atTheBench(listed);
  const looker = { name: standing.name, studioName: door.value.form.name };
  await writeLooks(namedIn(shown), 'proposal-listed', looker, now);
  return agree({
    items: shown.map((proposal) => asRead(proposal, now)),
    next: next === undefined ? null : PageCursor.parse(next),
  });
};

/** Once it has ended it says neither who they were nor why. */
function asRead(proposal: Proposal, now: EpochMs): StudioProposal {
  const { _id, state, byName, proposedAt, revealsAt } = proposal;
  const who = (side: Side): StudioProposal['one'] => ({
    profileId: state === 'ended' ? null : proposal[side].profileId,
    calledName: state === 'ended' ? '' : (openedPart(_id, side, 'named', proposal[side].named) ?? ''),
  });
  return {
    proposalId: _id,
    state,
    one: who('one'),
    other: who('other'),
    byName,
    proposedAt,
    revealsAt,
    mayWithdraw: state === 'open' && now < revealsAt,
  };
}
