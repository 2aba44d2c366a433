import type { ProfileState } from '../../types/match-kind';
import { EpochMs, startOfDay } from '../../types/time';
import type { Profile } from './profile-records';

/**
 * The whole life of a profile in the pool. Whoever leaves has none any more: leaving is possible from everywhere and
 * needs no state.
 */
export const profileSteps = {
  active: { pause: 'paused', 'run-out': 'expired', renew: 'active' },
  // A pause is asked for; renewing does not end it.
  paused: { pause: 'paused', resume: 'active', 'run-out': 'expired', renew: 'paused' },
  expired: { renew: 'active' },
} as const satisfies Record<ProfileState, Partial<Record<string, ProfileState>>>;
export type ProfileStep = { [State in ProfileState]: keyof (typeof profileSteps)[State] }[ProfileState];

/** The state that a step leads to; null where there is no such step. */
export const stepped = (state: ProfileState, step: ProfileStep): ProfileState | null =>
  (profileSteps[state] as Partial<Record<ProfileStep, ProfileState>>)[step] ?? null;

const DAY_MS = 86_400_000;
const LASTS_MS = 182 * DAY_MS;
const RENEWED_FROM_MS = 30 * DAY_MS;
const TOLD_BEFORE_MS = 14 * DAY_MS;
const KEPT_AFTER_MS = 30 * DAY_MS;

/** Half a year from when somebody last said that they are single: nothing said of oneself stands longer. */
export const runsOutAt = (now: EpochMs): EpochMs => EpochMs.parse(now + LASTS_MS);

/** Whether somebody is still a member, and of which union, is looked up so often. Milliseconds. */
export const LOOKED_UP_MS = DAY_MS;

type Times = Pick<Profile, 'state' | 'pausedUntil' | 'expiresAt' | 'told' | 'lookedUpAt'>;
type Standing = Pick<Times, 'state' | 'pausedUntil' | 'expiresAt'>;

/** Where a profile stands at an instant, whether or not the timer has been there yet. */
export function stateAt({ state, pausedUntil, expiresAt }: Standing, now: EpochMs): ProfileState {
  if (state === 'expired' || expiresAt <= now) return 'expired';
  return state === 'paused' && pausedUntil !== null && startOfDay(pausedUntil) <= now ? 'active' : state;
}

export const mayRenew = (profile: Standing, now: EpochMs): boolean =>
  stateAt(profile, now) === 'expired' || profile.expiresAt - RENEWED_FROM_MS <= now;

/** Told once, two weeks before it runs out. */
export const isToBeTold = ({ told, expiresAt }: Pick<Times, 'told' | 'expiresAt'>, now: EpochMs): boolean =>
  !told.includes('expiring') && expiresAt - TOLD_BEFORE_MS <= now;

/** A month after it ran out everything goes. */
export const isToGo = (profile: Standing, now: EpochMs): boolean =>
  stateAt(profile, now) === 'expired' && goesAt(profile) <= now;

const goesAt = ({ expiresAt }: Pick<Times, 'expiresAt'>): number => expiresAt + KEPT_AFTER_MS;

/** When the timer looks at a profile next. */
export function dueAtOf(profile: Times): EpochMs {
  if (profile.state === 'expired') return EpochMs.parse(goesAt(profile));
  const { told, pausedUntil, expiresAt, lookedUpAt } = profile;
  return EpochMs.parse(
    Math.min(
      expiresAt,
      told.includes('expiring') ? expiresAt : Math.max(0, expiresAt - TOLD_BEFORE_MS),
      pausedUntil === null ? expiresAt : startOfDay(pausedUntil),
      lookedUpAt + LOOKED_UP_MS,
    ),
  );
}
