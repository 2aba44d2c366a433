import type { SmallPhoto } from '../../types/duty-tap';
import type { PersonId, WishId } from '../../types/ids';
import type { Side } from '../../types/match-kind';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import { withoutTraces } from '../runtime/jpeg';
import { reportPlaces } from './ids';
import { isOf, keepReport, madeBefore } from './keep-report';
import { profiles, saidBy } from './profile-records';
import { openedKeys } from './proposal-keys';
import type { Proposal } from './proposal-records';
import { proposals } from './proposal-records';
import { ownView, peopleIn } from './proposal-view';
import { dueOf, settleReport } from './report-effects';
import { sealedEvidence, sealedScreen, subjectKeyOf } from './report-evidence';
import type { Evidence, ReportRecord } from './report-records';
import { mayReport } from './reporting';
import type { Handler } from './scene';
import { studios } from './studio-records';
import { otherSide, sideHeldBy } from './two-sides';

export const report: Handler<'report'> = async (input, { now, personId }) => {
  const { requestKey } = input;
  const places = reportPlaces(personId, input.proposalId);
  const [made, proposal] = await Promise.all([madeBefore(places), proposals.get(input.proposalId)]);
  const before = made.find((one) => isOf(one, requestKey));
  if (before !== undefined) return heard(before, now);
  // Whoever asked for it to be gone from their list may still say why.
  const side = proposal === null ? null : sideHeldBy(proposal, personId);
  if (proposal === null || side === null) return refuse('proposal-not-found');
  if (!mayReport(proposal, now)) return refuse('too-late');
  // Once more than may be hears what the last one heard.
  const last = made[places.length - 1];
  if (last !== undefined) return heard(last, now);
  const photo = input.photo === null ? null : pictureOf(input.photo);
  if (photo === null && input.photo !== null) return refuse('no-picture');
  const { reason, words } = input;
  const [shown, studio] = await Promise.all([shownTo(proposal, side, now), studios.get(proposal.studioId)]);
  const scope = studio?.scope ?? [proposal.studioId];
  const keys = openedKeys(proposal);
  const subject = { barKey: keys[otherSide(side)], pairKey: keys.pair };
  const evidence: Evidence = {
    proposalId: proposal._id,
    reporterId: personId,
    requestKey,
    words,
    ...subject,
    ...shown,
  };
  const fresh = (reportId: WishId): ReportRecord => ({
    _id: reportId,
    studioId: proposal.studioId,
    studioName: proposal.studioName,
    scope,
    waitingFor: scope,
    state: 'open',
    reason,
    at: now,
    sealed: sealedEvidence(reportId, evidence),
    photo: sealedScreen(reportId, photo),
    subjectKey: subjectKeyOf(evidence),
    answer: null,
    decidedAt: null,
    effects: ['block', 'announce'],
    turn: 0,
    dueAt: dueOf({ effects: ['block'], decidedAt: null }, now),
  });
  return heard(await keepReport(places, requestKey, fresh), now);
};

async function heard(stored: ReportRecord, now: EpochMs): Promise<{ ok: true; value: { reportId: WishId } }> {
  await settleReport(stored, now);
  return agree({ reportId: stored._id });
}

/** The other side as it is shown at this instant to whoever reports. */
async function shownTo(
  proposal: Proposal,
  side: Side,
  now: EpochMs,
): Promise<Pick<Evidence, 'subjectId' | 'calledName' | 'card'>> {
  const { personId: subjectId } = proposal[otherSide(side)];
  const { card, calledName } = ownView(proposal, side, await peopleIn([proposal]), now);
  return { subjectId, calledName: calledName ?? (await nameOf(subjectId)), card };
}

/** Administrators have to know whom they judge, also when the name is shown to nobody any more. */
async function nameOf(personId: PersonId): Promise<string> {
  const profile = await profiles.get(personId);
  return profile === null || profile.held.includes('calledName') ? '' : saidBy(profile).form.calledName;
}

/** A picture without what a phone writes beside it; null for anything else. */
function pictureOf(photo: SmallPhoto): SmallPhoto | null {
  const clean = withoutTraces(Buffer.from(photo, 'base64'));
  return clean === null ? null : (clean.toString('base64') as SmallPhoto);
}
