import { View } from '@tarojs/components';
import { Heading, Part } from '../platform/elements';
import { classes } from './classes';
import styles from './stamp.module.scss';

const at = classes(styles);

export type StampProps = {
  readonly title: string;
  /** What it is stamped on: a station, an event. */
  readonly subject: string;
  readonly lines: readonly string[];
};

/** It counts: large enough to be shown to somebody at the door. */
export const Stamp = ({ title, subject, lines }: StampProps) => (
  <Part className={at('stamp')} role="status">
    <Part className={at('mark')} unspoken>
      ✓
    </Part>
    <Heading level={2} className={at('title')}>
      {title}
    </Heading>
    <View className={at('subject')}>{subject}</View>
    {lines.map((line) => (
      <View key={line} className={at('line')}>
        {line}
      </View>
    ))}
  </Part>
);
