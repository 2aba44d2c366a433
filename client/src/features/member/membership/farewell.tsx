import { addDays, shanghaiDay } from '@contract/time';
import type { EpochMs } from '@contract/time';
import { View } from '@tarojs/components';
import { fullDayText, momentText } from '@/calendar-words';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { words } from './membership-copy';
import styles from './membership-sheet.module.scss';

const at = classes(styles);

/** How long the rest is kept after one has left; the server deletes it. Days. */
const KEPT_DAYS = 30;

/** One has left: calmly, and with a way on. */
export function Farewell({ leftAt }: { readonly leftAt: EpochMs }) {
  const deleted = fullDayText(addDays(shanghaiDay(leftAt), KEPT_DAYS));
  return (
    <Panel title={words.farewell.title}>
      <View>{words.farewell.about(momentText(leftAt), deleted)}</View>
      <View className={at('muted')}>{words.farewell.thanks}</View>
      <View className={at('action')}>
        <Button onPress={() => go('home')}>{words.farewell.home}</Button>
      </View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={() => go('ownData')}>
          {words.farewell.data}
        </Button>
      </View>
      <View className={at('action')}>
        <Button kind="quiet" onPress={() => go('enrol')}>
          {words.farewell.again}
        </Button>
      </View>
    </Panel>
  );
}
