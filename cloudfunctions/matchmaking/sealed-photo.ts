import { SmallPhoto } from '../../types/duty-tap';
import type { ProfileId } from '../../types/ids';
import { seal, unseal } from '../runtime/sealed';
import type { ProfilePhoto } from './profile-records';

type Which = 'photo' | 'blurred';
const placeOf = (profileId: ProfileId, which: Which): string => `match-photo:${profileId}:${which}`;

/** A profile's two pictures as they are stored: the blurred one does not open as the other. */
export const sealedPhotos = (
  profileId: ProfileId,
  { photo, blurred }: Readonly<Record<Which, SmallPhoto>>,
): ProfilePhoto => ({
  _id: profileId,
  photo: seal(photo, placeOf(profileId, 'photo')),
  blurred: seal(blurred, placeOf(profileId, 'blurred')),
});

/** @throws when it was not sealed here for this profile: the store was tampered with */
export function openedPhoto(stored: ProfilePhoto, which: Which): SmallPhoto {
  const opened = unseal(stored[which], placeOf(stored._id, which));
  if (opened === null) throw new Error('A picture does not open.');
  return SmallPhoto.parse(opened);
}
