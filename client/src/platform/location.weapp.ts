import Taro from '@tarojs/taro';
import type { Destination, Whereabouts } from './location';

export type { Destination, Whereabouts } from './location';

/**
 * Precisely, since a fuzzy fix is off by more than the way to the next station; app.config.ts declares the same one, and
 * WeChat allows but one of the two.
 */
export async function askWhereabouts(): Promise<Whereabouts> {
  try {
    const { longitude, latitude } = await Taro.getLocation({ type: 'gcj02' });
    return { at: 'here', place: { longitude, latitude } };
  } catch (reason) {
    return { at: isRefusal(reason) ? 'refused' : 'unknown' };
  }
}

const isRefusal = (reason: unknown): boolean =>
  typeof reason === 'object' &&
  reason !== null &&
  'errMsg' in reason &&
  typeof reason.errMsg === 'string' &&
  /auth deny|auth denied|authorize/.test(reason.errMsg);

export function openNavigation({ place, name, address }: Destination): void {
  void Taro.openLocation({ ...place, name, address, scale: 16 }).catch(() => undefined);
}
