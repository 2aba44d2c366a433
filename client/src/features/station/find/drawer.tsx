import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { Heading, Part, Press } from '@/platform/elements';
import { useEscapeKey } from '@/platform/escape-key';
import { classes } from '@/ui/classes';
import styles from './drawer.module.scss';
import { findWords } from './find-copy';

const at = classes(styles);

export type DrawerProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** In reach of the thumb. */
  readonly footer?: ReactNode;
  readonly onClose: () => void;
};

/** Lies over map and list while one chooses something, and goes away again. */
export function Drawer({ title, children, footer, onClose }: DrawerProps) {
  useEscapeKey(useCallback(onClose, [onClose]));
  return (
    <Part className={at('drawer')} role="group" label={title}>
      <View className={at('head')}>
        <Heading level={2} className={at('title')}>
          {title}
        </Heading>
        <Press className={at('close')} onPress={onClose} focused>
          {findWords.close}
        </Press>
      </View>
      <View className={at('body')}>{children}</View>
      {footer === undefined ? null : <View className={at('footer')}>{footer}</View>}
    </Part>
  );
}
