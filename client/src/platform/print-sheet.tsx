import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** What goes on paper instead of the page, while it is there; browser.scss hides the rest. Nobody sees or hears it. */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  const [host, setHost] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const made = document.createElement('div');
    made.className = 'print-sheet';
    made.setAttribute('aria-hidden', 'true');
    // Before all else: a style sheet can reach what follows.
    document.body.prepend(made);
    setHost(made);
    return () => made.remove();
  }, []);
  return host === null ? null : createPortal(children, host);
}
