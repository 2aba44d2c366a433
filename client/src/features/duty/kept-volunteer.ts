import type { VolunteerState } from '@contract/duty-kind';
import Taro from '@tarojs/taro';

const KEY = 'volunteer';

/** Whether this phone knows that its owner is a volunteer: nobody else's first page asks for shifts. */
export const isKnownVolunteer = (): boolean => Taro.getStorageSync(KEY) === true;

/** What the server said. Somebody who has a rest may still have shifts to come. */
export function rememberVolunteer(state: VolunteerState | null): void {
  const isVolunteer = state === 'accepted' || state === 'paused';
  if (isVolunteer === isKnownVolunteer()) return;
  if (isVolunteer) Taro.setStorageSync(KEY, true);
  else Taro.removeStorageSync(KEY);
}
