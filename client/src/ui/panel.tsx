import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from '../platform/elements';
import { classes } from './classes';
import styles from './panel.module.scss';

const at = classes(styles);

export type PanelProps = {
  readonly title?: string | undefined;
  readonly children: ReactNode;
  readonly tone?: 'plain' | 'good' | 'warn' | 'danger' | 'accent' | undefined;
};

/** A raised sheet for one matter. */
export function Panel({ title, children, tone = 'plain' }: PanelProps) {
  return (
    <View className={at('panel', tone)}>
      {title === undefined ? null : (
        <Heading level={2} className={at('title')}>
          {title}
        </Heading>
      )}
      {children}
    </View>
  );
}
