import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './thumb-bar.module.scss';

const at = classes(styles);

/** Stays in reach of the thumb while what stands above it scrolls: for what belongs to a part of a page. */
export const ThumbBar = ({ children }: { readonly children: ReactNode }) => (
  <View className={at('bar')}>{children}</View>
);
