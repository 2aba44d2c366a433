import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { Checks } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { listText } from './on-duty-copy';
import styles from './on-duty.module.scss';

const at = classes(styles);

export type CleaningTicksProps<Item extends string> = {
  readonly names: Readonly<Record<Item, string>>;
  readonly done: readonly Item[];
  readonly onChange: (done: readonly Item[]) => void;
};

/** Ticked is done; what is not becomes a task for everybody. */
export function CleaningTicks<Item extends string>({ names, done, onChange }: CleaningTicksProps<Item>) {
  const items = Object.keys(names) as Item[];
  return (
    <Panel title={listText.cleaning}>
      <View className={at('about')}>{listText.cleaningAbout}</View>
      <Checks options={items.map((item) => ({ value: item, label: names[item] }))} values={done} onChange={onChange} />
      <View className={at('gap')}>
        <Button kind="secondary" onPress={() => onChange(items)}>
          {listText.allDone}
        </Button>
      </View>
    </Panel>
  );
}
