import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import styles from '../match.module.scss';
import { mixerText as text } from './mixer-copy';

const at = classes(styles);

export type OwnNumberProps = {
  readonly title: string;
  readonly number: number;
  /** Nobody looks for a number any more. */
  readonly isOver?: boolean | undefined;
};

/** Large enough to be read across a table. */
export const OwnNumber = ({ title, number, isOver = false }: OwnNumberProps) => (
  <Panel title={title}>
    <View>{text.own}</View>
    <View className={at('number')}>{text.number(number)}</View>
    {isOver ? null : <View className={at('about')}>{text.ownAbout}</View>}
  </Panel>
);
