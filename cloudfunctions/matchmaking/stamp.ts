import { agree, refuse } from '../../types/result';
import { benchPerson } from './bench-person';
import { keepProfile } from './keep-profile';
import { writeLooks } from './looking';
import type { Profile } from './profile-records';
import { profiles, saidBy } from './profile-records';
import { keepsStamp } from './profile-rules';
import type { Handler } from './scene';
import { studios } from './studio-records';

/** As many colleagues as may be at work on one person. */
const TRIES = 5;

/**
 * The paper speaks for a gender and a year of birth: where either was changed meanwhile, the stamp is not put beneath
 * the new one unseen.
 */
export const stamp: Handler<'stamp'> = async ({ profileId, seen }, { now, standing }) => {
  const found = await benchPerson(standing, profileId, now);
  if (!found.ok) return found;
  const first = found.value.profile;
  const isDone = ({ stamp: stamped }: Profile): boolean => (stamped !== null) === seen;
  if (isDone(first)) return agree({ isStamped: seen });
  const studio = await studios.get(first.studioId);
  if (studio === null) return refuse('person-not-found');
  await writeLooks([first._id], 'stamped', { name: standing.name, studioName: studio.form.name }, now);
  const { form } = saidBy(first);
  let profile: Profile | null = first;
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (profile === null || profile.profileId !== profileId) return refuse('person-not-found');
    if (!keepsStamp(form, saidBy(profile).form)) return refuse('changed-meanwhile');
    if (isDone(profile)) return agree({ isStamped: seen });
    if (await keepProfile(profile, { stamp: seen ? { at: now } : null })) return agree({ isStamped: seen });
    profile = await profiles.get(first._id);
  }
  return refuse('changed-meanwhile');
};
