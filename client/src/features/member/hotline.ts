import Taro from '@tarojs/taro';

/** The national line of the unions. */
export const HOTLINE = '12351';

/** Thinking better of it rejects on a phone, and is no fault. */
export const callHotline = (): void => void Taro.makePhoneCall({ phoneNumber: HOTLINE }).catch(() => undefined);
