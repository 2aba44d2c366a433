import { View } from '@tarojs/components';
import { Part } from '../platform/elements';
import { classes } from './classes';
import styles from './facts.module.scss';

const at = classes(styles);

export type FactsProps = { readonly items: readonly { readonly label: string; readonly value: string }[] };

/** What is known, by name. */
export function Facts({ items }: FactsProps) {
  return (
    <Part className={at('facts')} role="list">
      {items.map(({ label, value }) => (
        <Part key={label} className={at('fact')} role="listitem">
          <View className={at('label')}>{label}</View>
          <View className={at('value')}>{value}</View>
        </Part>
      ))}
    </Part>
  );
}
