import { Button } from '@tarojs/components';
import type { PhoneNumberProps } from './phone-number';

export type { PhoneNumberProps } from './phone-number';

export function PhoneNumberPress({ children, className = '', onCode, onNone }: PhoneNumberProps) {
  return (
    <Button
      className={className}
      openType="getPhoneNumber"
      hoverClass="pressed"
      onGetPhoneNumber={(event) => {
        const { code } = event.detail as { code?: string };
        if (code === undefined || code === '') onNone();
        else onCode(code);
      }}
    >
      {children}
    </Button>
  );
}
