import { useEffect } from 'react';

/** The key that closes what lies on top. A document hears it wherever the keyboard is. */
export function useEscapeKey(onEscape: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onEscape();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [onEscape]);
}
