import type { EpochMs } from '@contract/time';
import { useEffect, useState } from 'react';
import { token } from '../identity';

/**
 * Where signing in at a desk stands: the page shows a code, the mini-program confirms it, the page gets a ticket.
 *
 * `showing-code`, `expired` and `confirmed` wait for the actions that hand out the code and the ticket; until then a
 * desk without a ticket stays `signed-out`, and the panel says how it will go.
 */
export type DesktopSignIn =
  | { readonly at: 'not-needed' }
  | { readonly at: 'finding-out' }
  | { readonly at: 'signed-out' }
  | { readonly at: 'showing-code'; readonly code: string; readonly expiresAt: EpochMs }
  | { readonly at: 'expired' }
  | { readonly at: 'confirmed' };

/** A browser asks whether it speaks for somebody. The emulator's build chooses an identity in its own bar. */
export function useDesktopSignIn(): DesktopSignIn {
  const [signIn, setSignIn] = useState<DesktopSignIn>({ at: EMULATOR ? 'not-needed' : 'finding-out' });
  useEffect(() => {
    if (EMULATOR) return undefined;
    let gone = false;
    void token().then((bearer) => {
      if (!gone) setSignIn({ at: bearer === null ? 'signed-out' : 'not-needed' });
    });
    return () => {
      gone = true;
    };
  }, []);
  return signIn;
}
