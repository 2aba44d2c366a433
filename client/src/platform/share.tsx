import type { ReactNode } from 'react';
import { copyText } from './device';
import { Press } from './elements';

/** What is shared: a page of ours, by its address. */
export type Shared = { readonly title: string; readonly path: string };

/** In WeChat the menu of the page shares it too; a browser has its own. */
export const useSharing: (shared: Shared | null) => void = () => undefined;

export type SharePressProps = {
  readonly children: ReactNode;
  readonly className: string;
  /** The address is on the clipboard now, or not; never called where WeChat takes over. */
  readonly onCopied: (done: boolean) => void;
};

export const SharePress = ({ children, className, onCopied }: SharePressProps) => (
  <Press className={className} onPress={() => void copyText(window.location.href).then(onCopied)}>
    {children}
  </Press>
);
