import Taro from '@tarojs/taro';

/** The page is read from its top. Taro finds a browser's calls by the words `Taro.name`: no other name for it here. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);

/** The part of the page with this id comes into sight; a keyboard goes on from what can be pressed there. */
export function toPart(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector('button')?.focus({ preventScroll: true });
}
