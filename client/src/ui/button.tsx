import type { ReactNode } from 'react';
import { Part, Press } from '../platform/elements';
import styles from './button.module.scss';
import { classes } from './classes';

const at = classes(styles);

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';

export type ButtonProps = {
  /** What it does, as a verb: 提交申请, not 确定. */
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: ButtonKind | undefined;
  /** Under way: a second press does nothing. */
  readonly busy?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Said instead of what is written, where that alone is not clear, e.g. 查看王*明的申请. */
  readonly label?: string | undefined;
  readonly focused?: boolean | undefined;
};

export const buttonClass = (kind: ButtonKind, off = false): string => at('button', kind, off && 'off');

export function Button({ children, onPress, kind = 'primary', busy, disabled, label, focused }: ButtonProps) {
  const off = busy === true || disabled === true;
  return (
    <Press
      className={buttonClass(kind, disabled)}
      label={busy === true && label !== undefined ? `${label}，正在办理` : label}
      disabled={off}
      focused={focused === true}
      onPress={onPress}
    >
      {children}
      {/* Beside the words and not among them, so that the button keeps its width and its name. */}
      {busy === true ? <Part className={at('dots')} unspoken /> : null}
    </Press>
  );
}
