import { View } from '@tarojs/components';
import { Press } from '../platform/elements';
import { classes } from './classes';
import { rowClass } from './rows';
import styles from './switch-row.module.scss';

const at = classes(styles);

export type SwitchRowProps = {
  readonly title: string;
  readonly about?: string | undefined;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

/** A row that is on or off. */
export function SwitchRow({ title, about, on, onChange }: SwitchRowProps) {
  return (
    <Press
      className={rowClass('row')}
      role="switch"
      checked={on}
      label={about === undefined ? title : `${title}，${about}`}
      onPress={() => onChange(!on)}
    >
      <View className={rowClass('words')}>
        <View>{title}</View>
        {about === undefined ? null : <View className={rowClass('about')}>{about}</View>}
      </View>
      <View className={at('track', on && 'on')} />
    </Press>
  );
}
