import Taro from '@tarojs/taro';

/** The page is read from its top. Taro finds a browser's calls by the words `Taro.name`: no other name for it here. */
export const toTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);

/**
 * The first thing with this class on the page on top comes into sight, as far as there is one; a keyboard goes on from
 * what can be filled in just above it. Pages below stay in the document.
 */
export function toFirst(className: string): void {
  const top = Array.from(document.querySelectorAll('.taro_page')).pop() ?? document;
  const first = top.querySelector(`.${className}`);
  first?.scrollIntoView({ block: 'center' });
  first?.parentElement?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
}

/** The part of the page with this id comes into sight; a keyboard goes on from what can be pressed there. */
export function toPart(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector('button')?.focus({ preventScroll: true });
}
