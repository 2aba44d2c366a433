import * as z from 'zod/mini';
import { PersonId, ProposalId } from '../../types/ids';
import { ProposalState } from '../../types/match-proposal';
import { EpochMs } from '../../types/time';
import { Contended } from '../runtime/database';
import { newId } from '../runtime/platform';
import { endedChange } from './ended';
import { proposals } from './proposal-records';
import { endable } from './proposal-states';
import { sideHeldBy } from './two-sides';

/** As many as one run reads; nobody has that many. */
const AT_ONCE = 200;
/** Somebody else may be ending or revealing the same meanwhile; a proposal changes its state twice at most. */
const TRIES = 4;

/** As much of a proposal as ending it needs: what anybody said is not read. */
const Ending = z.object({
  _id: ProposalId,
  state: ProposalState,
  revealsAt: EpochMs,
  one: z.object({ personId: PersonId }),
  other: z.object({ personId: PersonId }),
});
type Ending = z.infer<typeof Ending>;
const ending = { schema: Ending, fields: ['state', 'revealsAt', 'one.personId', 'other.personId'] };

/** Ends every proposal of somebody that is open or mutual, as if nothing had come of it. @returns how many */
export async function endProposalsOf(personId: PersonId): Promise<number> {
  let ended = 0;
  for (let nth = 0; nth < TRIES; nth += 1) {
    const found = await proposals.findParts({ people: personId, state: { in: endable } }, ending, { limit: AT_ONCE });
    if (found.length === 0) return ended;
    const outcomes = await Promise.all(
      found.map(({ _id, state, revealsAt }) => proposals.update({ _id, state }, endedChange({ state, revealsAt }))),
    );
    ended += outcomes.filter((outcome) => outcome === 'updated').length;
  }
  throw new Contended('Proposals changed every time.');
}

/**
 * Takes somebody out of every proposal, whatever came of it: it ends, and their side is nobody's. The other's list shows
 * what it shows of every one that ended. @returns how many
 */
export async function deleteProposalsOf(personId: PersonId): Promise<number> {
  let gone = 0;
  for (let nth = 0; nth < TRIES; nth += 1) {
    const found = await proposals.findParts({ people: personId }, ending, { limit: AT_ONCE });
    if (found.length === 0) return gone;
    const outcomes = await Promise.all(found.map((proposal) => takeOut(proposal, personId)));
    gone += outcomes.filter((outcome) => outcome === 'updated').length;
  }
  throw new Contended('Proposals changed every time.');
}

function takeOut(proposal: Ending, personId: PersonId) {
  const { _id, state } = proposal;
  const side = sideHeldBy(proposal, personId);
  if (side === null) throw new Error('A proposal names somebody who is on neither side.');
  const nobody = PersonId.parse(`p${newId()}`);
  // Each side writes its own place alone: two who leave at once do not bring each other back.
  const out = {
    [`${side}.personId`]: nobody,
    [`${side}.profileId`]: null,
    [side === 'one' ? 'people.0' : 'people.1']: nobody,
  };
  const rest = state === 'ended' ? {} : endedChange(proposal).set;
  return proposals.update({ _id, state }, { set: { ...rest, ...out } });
}
