import type { DesktopSignIn } from './desktop-sign-in';

export type { DesktopSignIn } from './desktop-sign-in';

/** WeChat says who is there. */
export const useDesktopSignIn = (): DesktopSignIn => ({ at: 'not-needed' });
