import * as z from 'zod/mini';
import type { PoolRow } from '../../types/match-bench';
import type { MatchCard } from '../../types/match-proposal';
import type { PersonId, UnionId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { alarm } from '../runtime/log';
import { asTheyStand } from './as-they-stand';
import { ageIn, cardOf } from './card';
import type { Said } from './profile-records';
import { Profile, profiles, saidBy } from './profile-records';
import { proposable } from './proposable';
import type { Studio } from './studio-records';

/** As many as the database hands out at once. A union's studio has some hundreds. */
const MOST = 1_000;

const excerpt = {
  schema: z.pick(Profile, {
    _id: true,
    profileId: true,
    studioId: true,
    state: true,
    sealed: true,
    held: true,
    hasPhoto: true,
    consents: true,
    stamp: true,
    unionId: true,
    expiresAt: true,
    proposedAt: true,
    lastProposedAt: true,
  }),
  fields: [
    ...['_id', 'profileId', 'studioId', 'state', 'sealed', 'held', 'hasPhoto'],
    ...['consents', 'stamp', 'unionId', 'expiresAt', 'proposedAt', 'lastProposedAt'],
  ],
};
export type PoolProfile = z.infer<typeof excerpt.schema>;

/** Somebody of the pool, opened, with the card as the studio may read it. */
export type PoolPerson = { readonly profile: PoolProfile; readonly said: Said; readonly card: MatchCard };

export const opened = (profile: PoolProfile, now: EpochMs): PoolPerson => {
  const said = saidBy(profile);
  return { profile, said, card: cardOf(profile, said, 'studio', now) };
};

/** Whoever has not renewed is hidden from then on, whether the timer has come by or not. */
export const isInPool = ({ state, expiresAt }: Pick<Profile, 'state' | 'expiresAt'>, now: EpochMs): boolean =>
  state !== 'expired' && now < expiresAt;

/**
 * Everybody of a studio's pool but its reader, who has no say in what concerns themselves, nor whoever left their union.
 * Two round trips, one after the other.
 */
export async function readPool(studioId: UnionId, reader: PersonId, now: EpochMs): Promise<PoolPerson[]> {
  const found = await profiles.findParts({ studioId }, excerpt, { order: [['lastProposedAt', 'asc']], limit: MOST });
  if (found.length === MOST) alarm('match-pool-larger-than-read', 1);
  return (await asTheyStand(found))
    .filter((profile) => profile._id !== reader && isInPool(profile, now))
    .map((profile) => opened(profile, now));
}

/** A line of the pool. */
export const rowOf = ({ profile, said, card }: PoolPerson, studio: Studio, now: EpochMs): PoolRow => ({
  profileId: profile.profileId,
  calledName: card.calledName,
  gender: card.gender,
  age: ageIn(said.form.facts.age.value, now),
  street: card.facts.street,
  occupation: card.facts.occupation,
  interests: card.facts.interests === null ? [] : (said.form.facts.interests?.value ?? []),
  isStamped: card.isStamped,
  lastProposedAt: profile.lastProposedAt === 0 ? null : EpochMs.parse(profile.lastProposedAt),
  notNow: proposable(profile, studio, now),
});
