import type { PersonId } from '../../types/ids';
import type { NoticeKind } from '../../types/notice';
import { noticeKinds } from '../../types/notice';
import { EpochMs } from '../../types/time';
import { forget } from '../notice/inbox';
import { transaction } from '../runtime/database';
import { deleteProposalsOf } from './end-proposals';
import { eraseBadgesOf } from './erase-badges';
import { forgetSittings, sitsAsBefore } from './forget-sittings';
import type { Leaver } from './leaving-records';
import { LeavingRecord, leaverKeyOf, leaverOf, leavingOf, leavings, settledAt } from './leaving-records';
import { looks, notes } from './look-records';
import { Profile, photos, profiles } from './profile-records';

/**
 * Everything that the studio holds of somebody goes. First it is written down, sealed, what is to be erased; then the
 * profile goes, and with it everything that others could see; then the rest. A call that dies in between is gone on with
 * by the timer, or by whoever repeats it. What stays is evidence of a report, and marks by keyed fingerprint.
 *
 * Thirteen round trips; seven more for each day on which they had an appointment, one for each proposal and each mixer.
 */
export async function eraseFromStudio(personId: PersonId, now: EpochMs): Promise<void> {
  const profile = await profiles.get(personId);
  if (profile !== null) {
    const { profileId } = profile;
    await leavings.insert(leavingOf({ personId, profileId, leftAt: now }));
    await profiles.removeAll({ _id: personId, profileId });
  }
  if (!(await finishLeaving(personId, now))) await eraseByPerson(personId, now);
}

/**
 * The same for a profile that ran out, if it is still the one that was read: whoever renewed meanwhile, or left and came
 * back, stays. That somebody is gone is written in one with it, so that no leaving is gone on with that never was.
 */
export async function eraseRunOut({ _id, profileId, revision }: Profile, now: EpochMs): Promise<void> {
  const leaving = leavingOf({ personId: _id, profileId, leftAt: now });
  const isGone = await transaction(async (tx) => {
    const profile = await tx.get('match-profiles', Profile, _id);
    if (profile?.profileId !== profileId || profile.revision !== revision) return false;
    const stands = await tx.get('match-leavings', LeavingRecord, leaving._id);
    if (stands === null) await tx.insert('match-leavings', leaving);
    await tx.remove('match-profiles', _id);
    return true;
  });
  if (isGone) await finishLeaving(_id, now);
}

/** More than somebody can leave behind before the timer comes by. */
const MOST = 100;

/** Goes on with what a call left that died while it erased this person. @returns whether there was anything */
export async function finishLeaving(personId: PersonId, now: EpochMs): Promise<boolean> {
  const left = await leavings.find({ personKey: leaverKeyOf(personId), isDone: false }, { limit: MOST });
  for (const leaving of left) await eraseLeaver(leaving, now);
  return left.length > 0;
}

/** What the timer does with somebody who left: goes on where a call died, or looks once more and forgets them. */
export async function settleLeaving(leaving: LeavingRecord, now: EpochMs): Promise<void> {
  if (!leaving.isDone) return eraseLeaver(leaving, now);
  const leaver = leaverOf(leaving);
  await Promise.all([eraseByProfile(leaver), eraseTold(leaver.personId, leaver.leftAt)]);
  if (await sitsAsBefore(leaver)) await forgetSittings(leaver.personId, now);
  await leavings.remove(leaving._id);
}

async function eraseLeaver(leaving: LeavingRecord, now: EpochMs): Promise<void> {
  const leaver = leaverOf(leaving);
  await profiles.removeAll({ _id: leaver.personId, profileId: leaver.profileId });
  // Nobody comes back before everything was erased once: what is theirs now is not what they left.
  const isBack = (await profiles.get(leaver.personId)) !== null;
  const byPerson = isBack ? eraseTold(leaver.personId, leaver.leftAt) : eraseByPerson(leaver.personId, now);
  await Promise.all([eraseByProfile(leaver), byPerson]);
  await leavings.update({ _id: leaving._id }, { set: { isDone: true, dueAt: settledAt(now) } });
}

async function eraseByProfile({ profileId }: Pick<Leaver, 'profileId'>): Promise<void> {
  await Promise.all([photos.remove(profileId), notes.removeAll({ profileId })]);
}

async function eraseByPerson(personId: PersonId, now: EpochMs): Promise<void> {
  // Badges first: from then on no sweep makes a proposal out of one.
  await eraseBadgesOf(personId);
  await deleteProposalsOf(personId);
  await forgetSittings(personId, now);
  await eraseTold(personId, now);
}

/** What began while somebody left may end a little later. Milliseconds. */
const SLACK_MS = 60_000;

/**
 * Who looked at them, and what they were told: up to the moment at which they left, and for somebody who is back already
 * up to that at which they came, so that a new profile keeps its own.
 */
async function eraseTold(personId: PersonId, leftAt: EpochMs): Promise<void> {
  const back = await profiles.get(personId);
  const upTo = EpochMs.parse(Math.min(leftAt + SLACK_MS, back === null ? Infinity : back.joinedAt - 1));
  await Promise.all([looks.removeAll({ subjectId: personId, at: { upTo } }), forget(personId, toldToSingles, upTo)]);
}

/**
 * What people are told because they are in the pool, at a mixer or at a sitting; not what staff are told, nor that one
 * was taken out: that is the last word to whoever does not leave by themselves.
 */
const toldToSingles: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => /^(?:match|sitting|mixer)-/.test(kind) && !['match-report-made', 'match-removed'].includes(kind),
);
