import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import styles from './draw.module.scss';

const at = classes(styles);

/** A long number that is compared, not read. */
export const Digits = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <View>
    <View className={at('label')}>{label}</View>
    <View className={at('number')}>{text}</View>
  </View>
);
