/** The one thing the browser's pages take from it; its own types are not among our packages. */
declare module 'react-dom' {
  import type { ReactNode, ReactPortal } from 'react';

  export function createPortal(children: ReactNode, host: Element): ReactPortal;
}
