import type { PersonId, ProfileId } from '../../types/ids';
import type { Result } from '../../types/result';
import { agree, refuse } from '../../types/result';
import type { EpochMs } from '../../types/time';
import type { Standing } from '../member/standing';
import { unionsNow } from '../member/standing';
import { pledgeStands, studiosOf } from './bench-door';
import { mayMeet } from './fits';
import { pairKeyOf } from './ids';
import { holds } from './pair-marks';
import { isInPool } from './pool';
import type { Profile } from './profile-records';
import { profiles, saidBy } from './profile-records';
import type { Pair } from './proposal-records';
import { pairs } from './proposal-records';
import { proposable } from './proposable';
import type { Studio } from './studio-records';
import { pledges, studios } from './studio-records';

/** Two people of a studio, as a matchmaker of it names them. */
export type BenchPair = {
  readonly studio: Studio;
  readonly one: Profile;
  readonly other: Profile;
  /** Both hold a card that opens doors, looked up as it is asked. */
  readonly areMembers: boolean;
  readonly mark: Pair | null;
};

type Named = { readonly one: ProfileId; readonly other: ProfileId };

/**
 * Two people at whose bench the caller may sit. Whoever is of another studio is not found, nor whose profile ran out,
 * nor who left their union, nor the second where the two are of two studios. Five round trips, in two steps.
 */
export async function benchPair(
  standing: Standing,
  { one, other }: Named,
  now: EpochMs,
): Promise<Result<BenchPair, 'pledge-needed' | 'person-not-found' | 'same-person'>> {
  const [pledge, found] = await Promise.all([
    pledges.get(standing.personId),
    profiles.find({ profileId: { in: [one, other] } }, { limit: 2 }),
  ]);
  if (!pledgeStands(pledge, now)) return refuse('pledge-needed');
  const first = found.find(({ profileId }) => profileId === one);
  const second = found.find(({ profileId }) => profileId === other);
  if (first === undefined || second === undefined) return refuse('person-not-found');
  if (!studiosOf(standing).includes(first.studioId) || second.studioId !== first.studioId)
    return refuse('person-not-found');
  if (!isInPool(first, now) || !isInPool(second, now)) return refuse('person-not-found');
  if (one === other) return refuse('same-person');
  const [studio, mark, unions] = await Promise.all([
    studios.get(first.studioId),
    pairs.get(pairKeyOf(first._id, second._id)),
    unionsNow([first._id, second._id]),
  ]);
  const [belongs, otherBelongs] = [unions.get(first._id), unions.get(second._id)];
  if (belongs === undefined || otherBelongs === undefined) return refuse('person-not-found');
  if (studio === null) throw new Error('The studio of a profile is not there.');
  return agree({ studio, one: first, other: second, areMembers: belongs.isMember && otherBelongs.isMember, mark });
}

type PairRefusal = 'not-available' | 'week-full' | 'not-this-pair';

/**
 * Whether these two may be proposed to each other now. What is about one of them alone and no secret is named first;
 * everything else is `not-this-pair`, whichever it is and whosever.
 *
 * @param by the matchmaker, who proposes nobody to themselves
 */
export function mayPropose(
  { studio, one, other, areMembers, mark }: BenchPair,
  by: PersonId,
  now: EpochMs,
): Result<true, PairRefusal> {
  const notNow = [one, other].map((profile) => proposable(profile, studio, now));
  if (!areMembers || notNow.some((reason) => reason !== null && reason !== 'week-full')) return refuse('not-available');
  if (notNow.includes('week-full')) return refuse('week-full');
  const isOwn = one._id === by || other._id === by;
  const fits = mayMeet({ ...saidBy(one), unionId: one.unionId }, { ...saidBy(other), unionId: other.unionId });
  return isOwn || !fits || holds(mark, now) ? refuse('not-this-pair') : agree(true);
}
