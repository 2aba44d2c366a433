import type { ReactNode } from 'react';

/** A mini-program prints nothing. */
export function PrintSheet(_: { readonly children: ReactNode }) {
  return null;
}
