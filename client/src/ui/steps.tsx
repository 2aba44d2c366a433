import { View } from '@tarojs/components';
import { Part } from '../platform/elements';
import { classes } from './classes';
import styles from './steps.module.scss';

const at = classes(styles);

export type StepsProps = {
  readonly labels: readonly string[];
  /** Which one is under way, from 0; as many as there are labels when all are done. */
  readonly at: number;
};

/** How far along one is. */
export function Steps({ labels, at: here }: StepsProps) {
  const step = Math.min(here, labels.length - 1);
  const words = here >= labels.length ? '已全部完成' : `第${step + 1}步，共${labels.length}步：${labels[step] ?? ''}`;
  return (
    <Part className={at('steps')} role="img" label={words}>
      <View className={at('bars')}>
        {labels.map((label, index) => (
          <View key={label} className={at('bar', index < here && 'done', index === here && 'here')} />
        ))}
      </View>
      <View className={at('words')}>{words}</View>
    </Part>
  );
}
