import type { UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { alarm } from '../runtime/log';
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
  const found = ids.length === 0 ? [] : await studios.find({ _id: { in: ids } }, { limit: ids.length });
  const names = new Map(found.map(({ _id, form }) => [_id, form.name]));
  const jobs = [
    ...left.map((leaving) => () => settleLeaving(leaving, now)),
    ...due.map((profile) => () => sweepProfile(profile, names, now)),
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

/**
 * What is due of one profile, if it is still as it was read; otherwise the next minute finds it again.
 *
 * @param names of the studios
 */
export async function sweepProfile(profile: Profile, names: ReadonlyMap<UnionId, string>, now: EpochMs): Promise<void> {
  if (isToGo(profile, now)) return eraseRunOut(profile, now);
  const state = stateAt(profile, now);
  const isExpiring = state !== 'expired' && isToBeTold(profile, now);
  const stands = { state, pausedUntil: state === 'paused' ? profile.pausedUntil : null };
  if (state !== 'expired' && !isExpiring) {
    await keepProfile(profile, written(profile, stands));
    return;
  }
  // It stays due until they were told: a run that dies in between tells them again, and their inbox keeps one.
  if (!(await keepProfile(profile, stands))) return;
  const kept = afterwards(profile, stands);
  await tellOwner(kept, names, now);
  await keepProfile(kept, written(kept, { told: isExpiring ? [...kept.told, 'expiring'] : kept.told }));
}

/** Told only of a profile that is still as it was read: whoever renewed in that moment hears nothing. */
const tellOwner = (
  { _id, studioId, expiresAt, state }: Profile,
  names: ReadonlyMap<UnionId, string>,
  now: EpochMs,
): Promise<void> =>
  tell([
    {
      to: _id,
      kind: state === 'expired' ? 'match-expired' : 'match-expiring',
      once: String(expiresAt),
      at: now,
      subject: names.get(studioId) ?? '',
      eventId: null,
      when: expiresAt,
      words: null,
    },
  ]);
