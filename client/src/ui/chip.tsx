import { View } from '@tarojs/components';
import { Press } from '../platform/elements';
import styles from './chip.module.scss';
import { classes } from './classes';

const at = classes(styles);

export const chipClass = (isOn: boolean): string => at('chip', isOn && 'on');

export type ChipProps = { readonly label: string; readonly isOn: boolean; readonly onPress: () => void };

/** One of several short words side by side; a tick says that it is chosen. */
export function Chip({ label, isOn, onPress }: ChipProps) {
  return (
    <Press className={chipClass(isOn)} role="checkbox" label={label} checked={isOn} onPress={onPress}>
      {isOn ? <View className={at('tick')} /> : null}
      {label}
    </Press>
  );
}
