import type { ReactNode } from 'react';
import { PhoneNumberPress } from '../platform/phone-number';
import { buttonClass } from './button';

export type PhoneButtonProps = {
  readonly children: ReactNode;
  readonly onCode: (code: string) => void;
  readonly onNone: () => void;
};

/** Asks WeChat for the phone's number; shows nothing where `canReadMobile` (platform/device) is false. */
export const PhoneButton = ({ children, onCode, onNone }: PhoneButtonProps) => (
  <PhoneNumberPress className={buttonClass('secondary')} onCode={onCode} onNone={onNone}>
    {children}
  </PhoneNumberPress>
);
