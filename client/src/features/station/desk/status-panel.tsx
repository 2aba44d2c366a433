import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { statusWords } from '../status-words';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { Desk } from './use-desk';

const at = classes(styles);

/** What the map says of the station right now, and why. */
export function StatusPanel({ desk }: { readonly desk: Desk }) {
  const { name, status, visitsToday } = desk;
  const { short, reasons, tone } = statusWords(status, Date.now());
  return (
    <Panel>
      <View className={at('name')}>{name}</View>
      <Part role="status" label={deskText.status}>
        <View className={at('state', tone)}>{short}</View>
        {reasons.map((reason) => (
          <View key={reason} className={at('about')}>
            {reason}
          </View>
        ))}
      </Part>
      <View className={at('visits')}>{`${deskText.visits} ${deskText.visitCount(visitsToday)}`}</View>
    </Panel>
  );
}
