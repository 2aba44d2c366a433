import { agree } from '../../types/result';
import { changePicture, withoutPicture } from './own-picture';
import type { Handler } from './scene';

/** Removing a picture that is not there changes nothing but that one may take the next. */
export const removePhoto: Handler<'removePhoto'> = (_nothing, { now, personId }) =>
  changePicture(personId, now, (profile, said) => {
    const isClean = !profile.hasPhoto && !said.turnedDown.some(({ field }) => field === 'photo');
    return agree(isClean ? null : { change: withoutPicture(profile, said, now), pictures: null });
  });
