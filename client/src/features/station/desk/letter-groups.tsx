import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { letterGroups } from '../code-letters';
import styles from './door-code.module.scss';

const at = classes(styles);

/** The letters of a code; a line ends between two groups and never within one. */
export const CodeLetters = ({ code }: { readonly code: string }) => (
  <View className={at('letters')}>
    {letterGroups(code).map((group, nth) => (
      <View key={`${group}${nth}`} className={at('group')}>
        {group}
      </View>
    ))}
  </View>
);
