import { agree, refuse } from '../../types/result';
import { photos, profiles } from './profile-records';
import type { Handler } from './scene';
import { openedPhoto } from './sealed-photo';

export const showOwnPhoto: Handler<'showOwnPhoto'> = async (_nothing, { personId }) => {
  const profile = await profiles.get(personId);
  if (profile === null) return refuse('not-joined');
  const stored = profile.hasPhoto ? await photos.get(profile.profileId) : null;
  if (stored === null) return agree({ photo: null, blurred: null });
  return agree({ photo: openedPhoto(stored, 'photo'), blurred: openedPhoto(stored, 'blurred') });
};
