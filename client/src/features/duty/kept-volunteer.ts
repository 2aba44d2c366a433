import Taro from '@tarojs/taro';

const KEY = 'volunteer';

/** Whether this phone knows that its owner is a volunteer: nobody else's first page asks for shifts. */
export const isKnownVolunteer = (): boolean => Taro.getStorageSync(KEY) === true;

/** What the server said. */
export function rememberVolunteer(isVolunteer: boolean): void {
  if (isVolunteer === isKnownVolunteer()) return;
  if (isVolunteer) Taro.setStorageSync(KEY, true);
  else Taro.removeStorageSync(KEY);
}
