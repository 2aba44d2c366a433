import Taro from '@tarojs/taro';

/** The page is read from its top. Taro finds a browser's calls by the words `Taro.name`: no other name for it here. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
