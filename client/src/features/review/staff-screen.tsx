import type { ReactNode } from 'react';
import { useDesktopSignIn } from '@/platform/desktop-sign-in';
import { Screen } from '@/ui/screen';
import { Skeleton } from '@/ui/skeleton';
import { SignInPanel } from './sign-in-panel';

/** The frame of staff's pages. What is inside asks nothing before it is known that somebody is there. */
export function StaffScreen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const signIn = useDesktopSignIn();
  return (
    <Screen title={title} staff>
      {signIn.at === 'not-needed' ? children : null}
      {signIn.at === 'finding-out' ? <Skeleton /> : null}
      {signIn.at === 'not-needed' || signIn.at === 'finding-out' ? null : <SignInPanel signIn={signIn} />}
    </Screen>
  );
}
