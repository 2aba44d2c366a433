import Taro from '@tarojs/taro';

/** Thinking better of it rejects on a phone, and is no fault. */
export const callNumber = (phoneNumber: string): void =>
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
