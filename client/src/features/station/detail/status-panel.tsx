import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';
import { Heading, Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { statusWords } from '../status-words';
import styles from './detail.module.scss';
import { whereWords } from './where-words';

const at = classes(styles);

export type StatusPanelProps = { readonly station: StationDetail; readonly now: number };

/** The first thing to know, to be read at arm's length: whether one gets in, and why we think so. */
export function StatusPanel({ station, now }: StatusPanelProps) {
  const { name, status } = station;
  const { short, reasons, tone } = statusWords(status, now);
  return (
    <View>
      <View className={at('head')}>
        <Heading level={2} className={at('name')}>
          {name}
        </Heading>
        <View className={at('where')}>{whereWords(station)}</View>
      </View>
      <Part className={at('status', tone)} role="status">
        <View className={at('state')}>{short}</View>
        {reasons.map((reason) => (
          <View key={reason} className={at('reason')}>
            {reason}
          </View>
        ))}
      </Part>
    </View>
  );
}
