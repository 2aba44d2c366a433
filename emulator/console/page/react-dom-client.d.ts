declare module 'react-dom/client' {
  import type { ReactNode } from 'react';

  /** The one function of it that is used; its own types are not installed. */
  export function createRoot(container: Element): { render(children: ReactNode): void };
}
