import type { UnionId } from '../../types/ids';
import type { EpochMs } from '../../types/time';
import { tell } from '../notice/inbox';
import { alarm } from '../runtime/log';
import { written } from './change-own';
import { eraseFromStudio, settleLeaving } from './erase';
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
    ...due.map((profile) => () => sweep(profile, names, now)),
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

async function sweep(profile: Profile, names: ReadonlyMap<UnionId, string>, now: EpochMs): Promise<void> {
  if (isToGo(profile, now)) return eraseFromStudio(profile._id, now);
  const state = stateAt(profile, now);
  const hasRunOut = state === 'expired' && profile.state !== 'expired';
  const isExpiring = state !== 'expired' && isToBeTold(profile, now);
  if (hasRunOut || isExpiring) await tellOwner(profile, hasRunOut, names, now);
  await keepProfile(
    profile,
    written(profile, {
      state,
      pausedUntil: state === 'paused' ? profile.pausedUntil : null,
      told: isExpiring ? [...profile.told, 'expiring'] : profile.told,
    }),
  );
}

/** Told before it is written down that they were: a run that dies in between tells nobody twice. */
const tellOwner = (
  { _id, studioId, expiresAt }: Profile,
  hasRunOut: boolean,
  names: ReadonlyMap<UnionId, string>,
  now: EpochMs,
): Promise<void> =>
  tell([
    {
      to: _id,
      kind: hasRunOut ? 'match-expired' : 'match-expiring',
      once: String(expiresAt),
      at: now,
      subject: names.get(studioId) ?? '',
      eventId: null,
      when: expiresAt,
      words: null,
    },
  ]);
