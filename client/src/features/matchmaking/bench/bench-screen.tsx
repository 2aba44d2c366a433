import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { StaffScreen } from '@/features/review/staff-screen';
import styles from '../../duty/head.module.scss';
import { classes } from '@/ui/classes';
import { benchPhrases } from './bench-words';

const at = classes(styles);

export type BenchScreenProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** Said at the foot; that looks are written down, where nothing else is said. */
  readonly foot?: string | undefined;
};

/** The frame of a page of the matchmaker, who reads on each of them that looks are written down. */
export const BenchScreen = ({ title, children, foot = benchPhrases.looked }: BenchScreenProps) => (
  <StaffScreen title={title}>
    {children}
    <View className={at('about', 'action')}>{foot}</View>
  </StaffScreen>
);
