import type { NotNowProposed } from '../../types/match-bench';
import { MOST_A_WEEK } from '../../types/match-kind';
import type { EpochMs } from '../../types/time';
import type { Profile } from './profile-records';
import { consentsTo } from './profile-records';
import type { Studio } from './studio-records';

const WEEK_MS = 7 * 86_400_000;

/** What decides whether somebody may be proposed to anybody at all. */
export type Proposable = Pick<Profile, 'state' | 'expiresAt' | 'consents' | 'stamp' | 'proposedAt'>;

/** Why nobody can be proposed to them now, as the studio may know it; null where somebody can. */
export function proposable(profile: Proposable, studio: Pick<Studio, 'form'>, now: EpochMs): NotNowProposed | null {
  if (profile.state === 'paused') return 'paused';
  if (profile.state === 'expired' || profile.expiresAt <= now) return 'expired';
  if (!consentsTo(profile, 'proposals')) return 'proposals-off';
  if (studio.form.needsStamp && profile.stamp === null) return 'stamp-needed';
  return inTheLastWeek(profile.proposedAt, now).length >= MOST_A_WEEK ? 'week-full' : null;
}

/** Proposals of the seven days before now; the one that was made to the millisecond a week ago counts no more. */
export const inTheLastWeek = (proposedAt: readonly EpochMs[], now: EpochMs): EpochMs[] =>
  proposedAt.filter((at) => at > now - WEEK_MS);
