import type { OnDuty } from './use-on-duty';

/** What is filled in alone on the screen. */
export type Sheet = 'opening' | 'closing' | 'incident' | 'note' | 'leave';

export type SheetProps = { readonly duty: OnDuty; readonly onClose: () => void };
