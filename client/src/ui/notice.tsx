import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Part } from '../platform/elements';
import { Button } from './button';
import { classes } from './classes';
import styles from './notice.module.scss';
import { groundClass } from './tag';

const at = classes(styles);

export type NoticeProps = {
  readonly tone: 'info' | 'good' | 'warn' | 'danger';
  readonly title?: string | undefined;
  readonly children: ReactNode;
  readonly action?: { readonly label: string; readonly onPress: () => void } | undefined;
};

const urgent = { info: false, good: false, warn: true, danger: true } as const;

/** Something to know here and now; a screen reader says it when it appears. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  return (
    <Part className={`${at('notice')} ${groundClass(tone)}`} role={urgent[tone] ? 'alert' : 'status'}>
      {title === undefined ? null : <View className={at('title')}>{title}</View>}
      <View className={at('text')}>{children}</View>
      {action === undefined ? null : (
        <View className={at('action')}>
          <Button kind="secondary" onPress={action.onPress}>
            {action.label}
          </Button>
        </View>
      )}
    </Part>
  );
}
