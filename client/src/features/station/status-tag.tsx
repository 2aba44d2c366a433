import type { OpenStatus } from '@contract/opening';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import styles from './status-tag.module.scss';
import { stateWords } from './status-words';

const at = classes(styles);

/** `开着 值班人员 8:02 已到岗` */
export function StatusTag({ state, reason }: { readonly state: OpenStatus['state']; readonly reason: string }) {
  const { short, tone } = stateWords(state);
  return (
    <View className={at('status')}>
      <View className={at('state')}>
        <Tag tone={tone}>{short}</Tag>
      </View>
      <View className={at('reason')}>{reason}</View>
    </View>
  );
}
