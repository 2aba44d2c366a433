import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './tag.module.scss';
import type { Tone } from './tones';

const at = classes(styles);

/** The ground and the ink of a tone. */
export const groundClass = (tone: Tone): string => at(tone);

/** A word or two of state. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <View className={at('tag', tone)}>{children}</View>;
}
