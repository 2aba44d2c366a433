import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useWideWindow } from '../platform/wide-window';
import { classes } from './classes';
import styles from './columns.module.scss';

const at = classes(styles);

type Holding = { readonly children: ReactNode };

/** Columns of one width: side by side on a desk, one under the other on a phone. */
export const Columns = ({ children }: Holding) => <View className={at(useWideWindow() && 'columns')}>{children}</View>;

export const Column = ({ children }: Holding) => <View className={at(useWideWindow() && 'column')}>{children}</View>;
