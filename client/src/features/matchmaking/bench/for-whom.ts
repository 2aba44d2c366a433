import type { ProfileId } from '@contract/ids';
import { calledText } from '../match-words';

/**
 * What those are called whom one has just seen, for as long as the page lives: a name stands neither in an address nor
 * on the device.
 */
const names = new Map<ProfileId, string>();

export const rememberName = (profileId: ProfileId, calledName: string): void => void names.set(profileId, calledName);

/** `这一位` where it was not seen before, e.g. after the page was loaded anew. */
export const nameSeen = (profileId: ProfileId): string => {
  const name = names.get(profileId);
  return name === undefined ? '这一位' : calledText(name);
};
