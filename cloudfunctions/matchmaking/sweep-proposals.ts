import * as z from 'zod/mini';
import type { Side } from '../../types/match-kind';
import { sides } from '../../types/match-kind';
import { EpochMs, NEVER } from '../../types/time';
import { tell } from '../notice/inbox';
import { transaction } from '../runtime/database';
import type { Change } from '../runtime/filter';
import { alarm } from '../runtime/log';
import { endedChange, goneAt } from './ended';
import { nextTelling, stageAt, untold } from './follow-ups';
import { pairKeyOf } from './ids';
import { followUpNews, mutualNews, proposedNews } from './match-tellings';
import { sealedUntil, untilOf } from './pair-marks';
import { CONTACT_MS } from './new-proposal';
import { saidBy } from './profile-records';
import { Pair, Proposal, proposals } from './proposal-records';
import { proposalStepped } from './proposal-states';
import type { PeopleThere } from './proposal-view';
import { isStillIn, peopleIn } from './proposal-view';
import { openedAnswer, sealedPart } from './sealed-answer';

/** As many as one run sees to; the others are still due a minute later. */
const MOST = 100;
/** One that does not open waits so long before it is tried again, and does not stand before the others. Milliseconds. */
const SET_ASIDE_MS = 3_600_000;
/** An answer of the last moment, a block: they can be quicker so often, and then it is still due. */
const TRIES = 5;

const Due = z.object({ _id: z.string(), dueAt: EpochMs });

/** Everything that time does to proposals. Safe to repeat, and to run twice at once. @returns how many were due */
export async function sweepProposals(now: EpochMs): Promise<number> {
  const due = await proposals.findParts(
    { dueAt: { upTo: now } },
    { schema: Due, fields: ['dueAt'] },
    { order: [['dueAt', 'asc']], limit: MOST },
  );
  let bad = 0;
  for (const { _id } of due) {
    try {
      await settle(_id, now);
    } catch {
      // Neither what it is about nor why it does not open may be in a log.
      bad += 1;
      await proposals.update({ _id }, { set: { dueAt: EpochMs.parse(now + SET_ASIDE_MS) } });
    }
  }
  if (bad > 0) alarm('match-proposal-unreadable', bad);
  return due.length;
}

async function settle(_id: string, now: EpochMs): Promise<void> {
  const proposal = await proposals.get(_id);
  if (proposal === null || proposal.dueAt > now) return;
  if (proposal.state === 'open') await settleOpen(proposal, now);
  else if (proposal.state === 'mutual') await settleMutual(proposal, now);
  else await proposals.remove(proposal._id);
}

async function settleOpen(proposal: Proposal, now: EpochMs): Promise<void> {
  const { _id, revealsAt } = proposal;
  if (now >= revealsAt) return reveal(proposal, now);
  // Told already, if the call that made it lived.
  await tell(proposedNews(proposal));
  await proposals.update({ _id, state: 'open' }, { set: { dueAt: revealsAt } });
}

/**
 * The one place where both answers are opened, and all that is taken from them is whether both are a yes. Every other
 * proposal is written the same, with the same steps.
 */
async function reveal(proposal: Proposal, now: EpochMs): Promise<void> {
  let read: Proposal | null = proposal;
  for (let nth = 0; nth < TRIES && read?.state === 'open'; nth += 1) {
    const { _id } = read;
    const there = await peopleIn([read]);
    const outcome = await opened(read, there, now);
    read = await proposals.get(_id);
    if (outcome === 'updated') break;
  }
  if (read?.state === 'mutual') await settleMutual(read, now);
}

/**
 * On condition that both answers stand as they were read. The last word is the mark of the two: whoever wants never to
 * be proposed to the other says so there first. The mark is written with it, so that one of two who write is done anew.
 */
function opened(read: Proposal, there: PeopleThere, now: EpochMs): Promise<'updated' | 'unmatched'> {
  const key = pairKeyOf(read.one.personId, read.other.personId);
  return transaction(async (tx) => {
    const stands = await tx.get('match-proposals', Proposal, read._id);
    const asRead = sides.every((side) => stands?.[side].answer === read[side].answer);
    if (stands?.state !== 'open' || !asRead) return 'unmatched';
    const mark = await tx.get('match-pairs', Pair, key);
    const mayBe = mark === null || untilOf(mark) !== NEVER;
    const isMutual = [bothSaidYes(stands, there, now), mayBe].every(Boolean);
    await tx.update('match-proposals', read._id, isMutual ? mutualChange(stands, there) : endedChange(stands));
    if (mark !== null) await tx.update('match-pairs', key, { set: { sealed: sealedUntil(key, untilOf(mark)) } });
    return 'updated';
  });
}

function bothSaidYes(proposal: Proposal, there: PeopleThere, now: EpochMs): boolean {
  const said = sides.map((side) => openedAnswer(proposal._id, side, proposal[side].answer ?? ''));
  const areIn = sides.map((side) => isStillIn(proposal, side, there, now));
  return said.every((answer) => answer === 'yes') && areIn.every(Boolean);
}

function mutualChange({ _id, revealsAt, ...proposal }: Proposal, there: PeopleThere): Change {
  const contact = (side: Side): string => {
    const profile = there.get(proposal[side].personId);
    if (profile === undefined) throw new Error('Somebody who said yes has no profile.');
    return sealedPart(_id, side, 'contact', JSON.stringify(saidBy(profile).form.contact));
  };
  return {
    set: {
      state: proposalStepped('open', 'reveal'),
      'one.answer': null,
      'other.answer': null,
      'one.contact': contact('one'),
      'other.contact': contact('other'),
      contactUntil: EpochMs.parse(revealsAt + CONTACT_MS),
      followUpAt: stageAt(revealsAt, 'days'),
      // Still due: both are to be told.
      dueAt: revealsAt,
    },
  };
}

/** Tells both, asks after them, erases contacts on their day, and the whole on its own. */
async function settleMutual(proposal: Proposal, now: EpochMs): Promise<void> {
  const { _id, revealsAt, source, contactUntil } = proposal;
  const end = goneAt(revealsAt, 'mutual');
  if (now >= end) {
    await proposals.remove(_id);
    return;
  }
  if (source === 'bench' && proposal.dueAt <= revealsAt) await tell(mutualNews(proposal, now));
  const fresh = sides.map((side) => ({ side, stages: untold(proposal[side], revealsAt, now) }));
  await tell(
    fresh.flatMap(({ side, stages }) =>
      // After a long silence of the timer, once is enough.
      stages.slice(-1).map((stage) => followUpNews(proposal, proposal[side].personId, stage, now)),
    ),
  );
  const told = Object.fromEntries(
    fresh.map(({ side, stages }) => [`${side}.told`, [...proposal[side].told, ...stages]] as const),
  );
  const isContactOver = contactUntil !== null && now >= contactUntil;
  const erased = isContactOver ? { 'one.contact': null, 'other.contact': null, contactUntil: null } : {};
  const tellings = fresh.map(({ side, stages }) => {
    const { told: before, ...rest } = proposal[side];
    return nextTelling({ ...rest, told: [...before, ...stages] }, revealsAt);
  });
  const dueAt = EpochMs.parse(Math.min(...tellings, end, isContactOver ? end : (contactUntil ?? end)));
  // Whoever takes back meanwhile has ended it: then nothing of this is written.
  await proposals.update({ _id, state: 'mutual' }, { set: { ...told, ...erased, dueAt } });
}
