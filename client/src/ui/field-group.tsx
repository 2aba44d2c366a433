import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Part } from '@/platform/elements';
import { classes } from './classes';
import styles from './field-group.module.scss';

const at = classes(styles);

/** The fields of one thing among several, under its name. */
export const FieldGroup = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Part className={at('group')} role="group" label={title}>
    <View className={at('title')}>{title}</View>
    {children}
  </Part>
);
