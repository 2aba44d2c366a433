import type { InputOf } from '../../types/contract';
import type { PersonId, ProposalId } from '../../types/ids';
import type { proposingActions } from '../../types/match-proposing';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import type { Transaction } from '../runtime/database';
import { Contended, transaction } from '../runtime/database';
import { checkedText } from '../runtime/content-check';
import type { BenchPair } from './bench-pair';
import { benchPair, mayPropose } from './bench-pair';
import { pairKeyOf, proposalIdOf } from './ids';
import { writeLooks } from './looking';
import { proposedNews } from './match-tellings';
import type { BenchPerson } from './new-proposal';
import { openProposal } from './new-proposal';
import { freshMark } from './pair-marks';
import { Profile, saidBy } from './profile-records';
import { Pair, Proposal, proposals } from './proposal-records';
import { inTheLastWeek } from './proposable';
import type { Handler } from './scene';

type Input = InputOf<typeof proposingActions.propose>;
type Refusal = 'person-not-found' | 'not-available' | 'week-full' | 'not-this-pair';

/** Of several matchmakers at once, one proposes a pair, and nobody gets more than a week holds. Sent again, the same. */
export const propose: Handler<'propose'> = async (input, { now, personId, standing, openid }) => {
  const proposalId = proposalIdOf(personId, input.requestKey);
  const [before, found] = await Promise.all([proposals.get(proposalId), benchPair(standing, input, now)]);
  if (!found.ok && found.refusal === 'pledge-needed') return found;
  if (before !== null) return heard(before);
  if (!found.ok) return found;
  const { studio, one, other } = found.value;
  const looker = { name: standing.name, studioName: studio.form.name };
  // Before it is asked whether the two fit: words that are refused say nothing of that.
  const words = await checkedWords(openid, input);
  if (!words.ok) return words;
  const may = mayPropose(found.value, personId, now);
  // A no to a pair is an answer as well: both read that somebody asked. Written first, so that a call which dies in
  // between leaves a look too many, and never one too few.
  await writeLooks([one._id, other._id], may.ok ? 'proposed' : 'previewed', looker, now);
  if (!may.ok) return may;
  const about = {
    _id: proposalId,
    studioId: studio._id,
    studioName: studio.form.name,
    by: personId,
    byName: standing.name,
  };
  const kept = await keptTogether(found.value, proposalId, personId, now, (pair) =>
    openProposal({ ...about, people: peopleOf(pair, input) }, now),
  );
  return kept.ok ? heard(kept.value) : kept;
};

/** Both are told, once however often it is asked. */
async function heard(proposal: Proposal) {
  const { _id: proposalId, revealsAt, state } = proposal;
  if (state === 'open') await tell(proposedNews(proposal));
  return agree({ proposalId, revealsAt });
}

/** A matchmaker's words are read by others at once: there is no time for somebody to look at them first. */
async function checkedWords(openid: string | null, input: Input): Promise<Result<true, 'words-refused'>> {
  const fields = ['wordsToOne', 'wordsToOther'] as const;
  const verdicts = await Promise.all(
    fields.map(async (path) => {
      const words = input[path];
      return { path, passes: words === null || (await checkedText(openid, words, 'remark')) === 'pass' };
    }),
  );
  const refused = verdicts.filter(({ passes }) => !passes);
  if (refused.length === 0) return agree(true);
  return refuse(
    'words-refused',
    refused.map(({ path }) => ({ path, problem: 'characters' })),
  );
}

function peopleOf({ one, other }: Pick<BenchPair, 'one' | 'other'>, input: Input): [BenchPerson, BenchPerson] {
  return [
    { ...named(one), hides: input.hideOfOne, words: input.wordsToOne },
    { ...named(other), hides: input.hideOfOther, words: input.wordsToOther },
  ];
}

const named = (profile: Profile): Pick<BenchPerson, 'personId' | 'profileId' | 'calledName'> => ({
  personId: profile._id,
  profileId: profile.profileId,
  calledName: profile.held.includes('calledName') ? '' : saidBy(profile).form.calledName,
});

/**
 * The proposal, the mark of the pair and the count of both weeks: all of it is written, or nothing. Decided once more on
 * what the transaction sees, so that of those who ask at once one is right.
 */
async function keptTogether(
  pair: BenchPair,
  proposalId: ProposalId,
  by: PersonId,
  now: EpochMs,
  make: (pair: BenchPair) => Proposal,
): Promise<Result<Proposal, Refusal>> {
  try {
    return await transaction(async (tx): Promise<Result<Proposal, Refusal>> => {
      const seen = await seenIn(tx, pair);
      const may = seen === null ? refuse('person-not-found') : mayPropose(seen, by, now);
      if (seen === null || !may.ok) {
        // The same request may have been quicker than itself.
        const stands = await tx.get('match-proposals', Proposal, proposalId);
        if (stands !== null) return agree(stands);
        return may.ok ? refuse('person-not-found') : may;
      }
      const proposal = make(seen);
      await countWeek(tx, seen.one, now);
      await countWeek(tx, seen.other, now);
      await mark(tx, seen, now);
      await tx.insert('match-proposals', proposal);
      return agree(proposal);
    });
  } catch (error) {
    if (!(error instanceof Contended)) throw error;
    const stands = await proposals.get(proposalId);
    if (stands !== null) return agree(stands);
    throw error;
  }
}

/** The pair as the transaction sees it; null when one of the two has left meanwhile. */
async function seenIn(tx: Transaction, pair: BenchPair): Promise<BenchPair | null> {
  const one = await tx.get('match-profiles', Profile, pair.one._id);
  const other = await tx.get('match-profiles', Profile, pair.other._id);
  if (one?.profileId !== pair.one.profileId || other?.profileId !== pair.other.profileId) return null;
  const key = pairKeyOf(one._id, other._id);
  return { ...pair, one, other, mark: await tx.get('match-pairs', Pair, key) };
}

const countWeek = (tx: Transaction, { _id, revision, proposedAt }: Profile, now: EpochMs): Promise<void> =>
  tx.update('match-profiles', _id, {
    set: { revision: revision + 1, proposedAt: [...inTheLastWeek(proposedAt, now), now], lastProposedAt: now },
  });

function mark(tx: Transaction, { one, other, mark: stands }: BenchPair, now: EpochMs): Promise<void> {
  const { _id, ...fields } = freshMark(pairKeyOf(one._id, other._id), now);
  return stands === null
    ? tx.insert('match-pairs', { _id, ...fields })
    : tx.update('match-pairs', _id, { set: fields });
}
