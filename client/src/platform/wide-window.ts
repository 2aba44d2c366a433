import { useSyncExternalStore } from 'react';

/** A desk's window, with room for a list and what is chosen from it side by side. */
const WIDE = '(min-width: 960px)';

const asked = (): MediaQueryList | null => (typeof window.matchMedia === 'function' ? window.matchMedia(WIDE) : null);

function listen(tell: () => void): () => void {
  const query = asked();
  query?.addEventListener('change', tell);
  return () => query?.removeEventListener('change', tell);
}

const isWide = (): boolean => asked()?.matches ?? false;

export const useWideWindow = (): boolean => useSyncExternalStore(listen, isWide, isWide);
