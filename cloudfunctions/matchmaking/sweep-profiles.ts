import type { UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { unionsNow } from '../member/standing';
import { tell } from '../notice/inbox';
import { alarm } from '../runtime/log';
import type { Unions } from './as-they-stand';
import { afterwards, written } from './change-own';
import { eraseRunOut, settleLeaving } from './erase';
import { keepProfile } from './keep-profile';
import { leavings } from './leaving-records';
import type { Profile } from './profile-records';
import { profiles } from './profile-records';
import { isToBeTold, isToGo, stateAt } from './profile-states';
import { studios } from './studio-records';

/** So many at a time; the others come with the next minute. */
const BATCH = 100;

/**
 * Profiles that run out, whose pause is over, that are to be told, or that go; and what calls left that died while
 * somebody was leaving. One that cannot be done does not keep the others from it.
 *
 * @returns how many were due
 */
export async function sweepProfiles(now: EpochMs): Promise<number> {
  const soonest = { order: [['dueAt', 'asc']] as const, limit: BATCH };
  const [due, left] = await Promise.all([
    profiles.find({ dueAt: { upTo: now } }, soonest),
    leavings.find({ dueAt: { upTo: now } }, soonest),
  ]);
  const ids = [...new Set(due.map(({ studioId }) => studioId))];
  const [found, unions] = await Promise.all([
    ids.length === 0 ? [] : studios.find({ _id: { in: ids } }, { limit: ids.length }),
    unionsNow(due.map(({ _id }) => _id)),
  ]);
  const known = { names: new Map(found.map(({ _id, form }) => [_id, form.name])), unions };
  const jobs = [
    ...left.map((leaving) => () => settleLeaving(leaving, now)),
    ...due.map((profile) => () => sweepProfile(profile, known, now)),
  ];
  let failed = 0;
  for (const job of jobs) {
    try {
      await job();
    } catch {
      failed += 1;
    }
  }
  if (failed > 0) alarm('profile-sweep-failed', failed);
  return jobs.length;
}

/** What the sweep looked up: what studios are called, and whose member each of these people still is. */
export type LookedUp = {
  readonly names: ReadonlyMap<UnionId, string>;
  readonly unions: Unions;
};

/**
 * What is due of one profile, if it is still as it was read; otherwise the next minute finds it again. Whoever is no
 * member any more runs out at once, is told so, and comes back by renewing once they are one again.
 */
export async function sweepProfile(profile: Profile, { names, unions }: LookedUp, now: EpochMs): Promise<void> {
  if (isToGo(profile, now)) return eraseRunOut(profile, now);
  const unionId = unions.get(profile._id)?.unionId;
  const expiresAt = unionId === undefined ? EpochMs.parse(Math.min(profile.expiresAt, now)) : profile.expiresAt;
  const state = stateAt({ ...profile, expiresAt }, now);
  const isExpiring = state !== 'expired' && isToBeTold(profile, now);
  const stands = {
    ...{ state, expiresAt, pausedUntil: state === 'paused' ? profile.pausedUntil : null },
    ...{ unionId: unionId ?? profile.unionId, lookedUpAt: now },
  };
  if (state === profile.state && state !== 'expired' && !isExpiring)
    return keepLookUp(profile, written(profile, stands));
  if (state !== 'expired' && !isExpiring) {
    await keepProfile(profile, written(profile, stands));
    return;
  }
  // It stays due until they were told: a run that dies in between tells them again, and their inbox keeps one.
  if (!(await keepProfile(profile, stands))) return;
  const kept = afterwards(profile, stands);
  const why = state !== 'expired' ? 'match-expiring' : unionId === undefined ? 'match-left-union' : 'match-expired';
  await tellOwner(kept, why, names, now);
  await keepProfile(kept, written(kept, { told: isExpiring ? [...kept.told, 'expiring'] : kept.told }));
}

/** What was looked up changes nothing that somebody reads: whoever has the form open saves it as they meant to. */
async function keepLookUp({ _id, profileId, revision }: Profile, change: Partial<Profile>): Promise<void> {
  await profiles.update({ _id, profileId, revision }, { set: change });
}

/** Told only of a profile that is still as it was read: whoever renewed in that moment hears nothing. */
const tellOwner = (
  { _id, studioId, expiresAt }: Profile,
  kind: 'match-expiring' | 'match-expired' | 'match-left-union',
  names: ReadonlyMap<UnionId, string>,
  now: EpochMs,
): Promise<void> =>
  tell([
    {
      to: _id,
      kind,
      once: String(expiresAt),
      at: now,
      subject: names.get(studioId) ?? '',
      eventId: null,
      when: expiresAt,
      words: null,
    },
  ]);
