import Taro from '@tarojs/taro';

/** Not every runtime that shows mini-programs can scroll; there one reads on from where one is. */
export function toTop(): void {
  const phone: Partial<typeof Taro> = Taro;
  void phone.pageScrollTo?.({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** The part of the page with this id comes into sight. */
export function toPart(id: string): void {
  const phone: Partial<typeof Taro> = Taro;
  void phone.pageScrollTo?.({ selector: `#${id}`, offsetTop: -120, duration: 0 }).catch(() => undefined);
}
