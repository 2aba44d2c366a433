import Taro from '@tarojs/taro';

/** Not every runtime that shows mini-programs can scroll; there one reads on from where one is. */
export function toTop(): void {
  const phone: Partial<typeof Taro> = Taro;
  void phone.pageScrollTo?.({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** The first thing with this class comes into sight, with room for what stands above it. */
export function toFirst(className: string): void {
  const phone: Partial<typeof Taro> = Taro;
  void phone.pageScrollTo?.({ selector: `.${className}`, offsetTop: -240, duration: 0 }).catch(() => undefined);
}

/** The part of the page with this id comes into sight. */
export function toPart(id: string): void {
  const phone: Partial<typeof Taro> = Taro;
  void phone.pageScrollTo?.({ selector: `#${id}`, offsetTop: -120, duration: 0 }).catch(() => undefined);
}
