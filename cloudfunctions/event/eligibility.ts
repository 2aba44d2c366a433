import type { InputOf } from '../../types/contract';
import type { eventContract } from '../../types/event';
import { guardianConsentVersion } from '../../types/event';
import type { NotNow as NotNowSchema } from '../../types/event-view';
import type { QuotaGroup } from '../../types/event-kind';
import { occupations } from '../../types/occupation';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type * as z from 'zod/mini';
import type { EventRecord } from './records';
import type { Facts } from './slip';

type NotNow = z.infer<typeof NotNowSchema>;
type Why = Exclude<NotNow, 'sign-in-needed' | 'one-at-a-time'>;

/**
 * Why nobody can register now, or not this person; null when they can. What holds for everybody is said first, then what
 * holds for this person.
 *
 * @param facts null for somebody who is not signed in: then only what holds for everybody is said
 */
export const notNow = (event: EventRecord, facts: Facts | null, now: EpochMs): Why | null =>
  notForAnybody(event, now) ?? (facts === null ? null : notForThem(event, facts));

function notForAnybody(event: EventRecord, now: EpochMs): Why | null {
  if (event.state === 'cancelled') return 'cancelled';
  if (event.quotas.length === 0) return 'walk-in-only';
  if (event.state !== 'published' || now >= event.closesAt) return 'closed';
  return now < event.opensAt ? 'not-open-yet' : null;
}

function notForThem(event: EventRecord, facts: Facts): Why | null {
  const { who, occupations: wanted } = event.audience;
  if (who !== 'everyone' && !facts.isMember) return 'members-only';
  if (who === 'union-members' && !facts.unions.includes(event.unionId)) return 'union-members-only';
  if (wanted.length > 0 && (facts.occupation === null || !wanted.includes(facts.occupation))) return 'other-occupation';
  return quotasFor(event, facts).length === 0 ? 'no-quota-for-you' : null;
}

/** The order in which somebody's quotas are used up: what is for few is left to nobody else. */
const preferred: readonly QuotaGroup[] = ['new-employment', 'members', 'men', 'women', 'anyone'];

/** Quotas that somebody may be in, the preferred first. Men and women are for themselves to say. */
export const quotasFor = ({ quotas }: Pick<EventRecord, 'quotas'>, facts: Facts): QuotaGroup[] =>
  preferred.filter((group) => quotas.some((quota) => quota.group === group) && isIn(group, facts));

const isIn = (group: QuotaGroup, { isMember, occupation }: Facts): boolean => {
  if (group === 'members') return isMember;
  if (group === 'new-employment') return occupations.some(({ code, newForm }) => newForm && code === occupation);
  return true;
};

/** What somebody wrote on the form, but for the answers. */
export type Wish = Pick<InputOf<typeof eventContract.register>, 'quota' | 'children' | 'guardianConsent' | 'saysAge'>;
type WishRefusal = 'quota-needed' | 'family-too-big' | 'child-age' | 'guardian-consent-needed' | 'age-not-said';

/** The quotas that a form asks for a place of. */
export function checkWish(event: EventRecord, facts: Facts, wish: Wish): Result<readonly QuotaGroup[], WishRefusal> {
  const { quota, children, guardianConsent, saysAge } = wish;
  const all = quotasFor(event, facts);
  const isSaid = (group: QuotaGroup): boolean => group === 'men' || group === 'women';
  const groups = all.filter((group) => !isSaid(group) || group === quota);
  if (all.some(isSaid) && !groups.some(isSaid)) return refuse('quota-needed');
  const largest = Math.max(...groups.map((group) => event.live.places[group] ?? 0));
  if (children.length > (event.family?.mostChildren ?? 0) || 1 + children.length > largest)
    return refuse('family-too-big');
  const isOfAge = ({ age }: { age: number }): boolean =>
    event.family !== null && event.family.ageFrom <= age && age <= event.family.ageUpTo;
  if (!children.every(isOfAge)) return refuse('child-age');
  if (children.length > 0 && guardianConsent !== guardianConsentVersion) return refuse('guardian-consent-needed');
  if (event.audience.age !== null && !saysAge) return refuse('age-not-said');
  return agree(groups);
}
