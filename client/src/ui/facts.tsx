import { View } from '@tarojs/components';
import { Part } from '../platform/elements';
import { classes } from './classes';
import styles from './facts.module.scss';

const at = classes(styles);

export type Fact = {
  readonly label: string;
  /** A new line begins where it says so. */
  readonly value: string;
  readonly note?: string | undefined;
};
export type FactsProps = { readonly items: readonly Fact[] };

/** What is known, by name. */
export function Facts({ items }: FactsProps) {
  return (
    <Part className={at('facts')} role="list">
      {items.map(({ label, value, note }) => (
        <Part key={label} className={at('fact')} role="listitem">
          <View className={at('label')}>{label}</View>
          <View className={at('value')}>
            {value}
            {note === undefined ? null : <View className={at('note')}>{note}</View>}
          </View>
        </Part>
      ))}
    </Part>
  );
}
