import type { ReactNode } from 'react';

export type PhoneNumberProps = {
  readonly children: ReactNode;
  readonly className?: string;
  /** A code that member.readMobile exchanges for the number. */
  readonly onCode: (code: string) => void;
  /** The person said no, or WeChat had none to give. */
  readonly onNone: () => void;
};

/** A browser cannot ask WeChat. */
export const PhoneNumberPress: (props: PhoneNumberProps) => ReactNode = () => null;
