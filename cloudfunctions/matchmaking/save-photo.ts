import { agree, refuse } from '../../types/result';
import { checkedPicture } from '../runtime/content-check';
import { changePicture, cleanPictures, withPicture } from './own-picture';
import { consentsTo } from './profile-records';
import type { Handler } from './scene';

/** The blurred one is small enough to show nobody: what others see before both said yes is all that is ever sent them. */
export const savePhoto: Handler<'savePhoto'> = async (sent, { now, personId }) => {
  const pictures = cleanPictures(sent);
  const saved = await changePicture(personId, now, (profile, said) => {
    if (!consentsTo(profile, 'photo')) return refuse('consent-needed');
    if (pictures === null || checkedPicture() === 'risky') return refuse('no-picture');
    return agree({ change: withPicture(profile, said, now), pictures });
  });
  return saved;
};
