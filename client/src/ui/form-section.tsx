import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Press } from '@/platform/elements';
import { classes } from './classes';
import styles from './form-section.module.scss';

const at = classes(styles);

const text = {
  open: '展开',
  close: '收起',
  wrong: (count: number) => `有 ${count} 处需要修改，请查看标出的地方`,
} as const;

export type FormSectionProps = {
  readonly title: string;
  /** What stands in it, for while it is folded. */
  readonly summary: string;
  readonly fields: readonly string[];
  /** By path; a path begins with the name of its field. */
  readonly problems: Readonly<Record<string, unknown>>;
  readonly startsOpen: boolean;
  readonly children: ReactNode;
};

/** A part of a long form, folded where there is little room. What is wrong in it unfolds it. */
export function FormSection({ title, summary, fields, problems, startsOpen, children }: FormSectionProps) {
  const [unfolded, setUnfolded] = useState(startsOpen);
  const wrong = Object.keys(problems).filter((path) => fields.includes(path.split('.')[0] ?? path)).length;
  const isOpen = unfolded || wrong > 0;
  const deed = isOpen ? text.close : text.open;
  return (
    <View className={at('section')}>
      <Press
        className={at('head')}
        label={[title, isOpen ? null : summary, deed].filter(Boolean).join('，')}
        onPress={() => setUnfolded(!isOpen)}
      >
        <View className={at('words')}>
          <View className={at('title')}>{title}</View>
          {isOpen || summary === '' ? null : <View className={at('summary')}>{summary}</View>}
          {wrong === 0 ? null : <View className={at('wrong')}>{text.wrong(wrong)}</View>}
        </View>
        <View className={at('deed')}>{deed}</View>
      </Press>
      {isOpen ? <View className={at('body')}>{children}</View> : null}
    </View>
  );
}
