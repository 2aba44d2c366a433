import type { UnionChoice } from '@contract/union';
import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { levelWords, ruleWords, unionWords } from '../enrol-copy';
import styles from './chosen-union-panel.module.scss';

const at = classes(styles);

export type ChosenUnionPanelProps = {
  /** The rule is null where the person found the union by searching. */
  readonly union: Pick<UnionChoice, 'name' | 'level'> & { readonly rule: UnionChoice['rule'] | null };
  readonly own: boolean;
};

/** The union one is about to choose, large. */
export function ChosenUnionPanel({ union, own }: ChosenUnionPanelProps) {
  const { name, level, rule } = union;
  return (
    <Panel tone="accent">
      <Tag tone={own ? 'plain' : 'good'}>{own ? unionWords.own : unionWords.recommended}</Tag>
      <Heading level={2} className={at('name')}>
        {name}
      </Heading>
      <View className={at('why')}>{rule === null ? levelWords[level] : ruleWords[rule]}</View>
    </Panel>
  );
}
