import type { StationSummary } from '@contract/station-view';
import { View } from '@tarojs/components';
import { memo } from 'react';
import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { distanceWords } from './distance-words';
import { brokenWords, finestWords, mealWords, signWords, swapWords } from './offer-words';
import styles from './station-row.module.scss';
import { StatusTag } from './status-tag';
import { statusWords } from './status-words';

const at = classes(styles);

export type StationRowProps = {
  readonly station: StationSummary;
  /** When the list was answered: what 明天 means. */
  readonly now: number;
  readonly onPress: (station: StationSummary) => void;
};

/** One station of a list: whether one gets in and why, how far, and what does not work. */
export const StationRow = memo(function StationRow({ station, now, onPress }: StationRowProps) {
  const { name, status, distanceM, broken } = station;
  const { short, reason } = statusWords(status, now);
  const distance = distanceM === null ? null : distanceWords(distanceM);
  const damage = brokenWords(broken);
  const extras = extraWords(station);
  const where = whereWords(station);
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row')}
        label={[name, short, reason, distance, damage, extras, where].filter(Boolean).join('，')}
        onPress={() => onPress(station)}
      >
        <View className={at('head')}>
          <View className={at('name')}>{name}</View>
          {distance === null ? null : <View className={at('distance')}>{distance}</View>}
        </View>
        <StatusTag state={status.state} reason={reason} />
        {damage === null ? null : <View className={at('damage')}>{damage}</View>}
        {extras === '' ? null : <View className={at('extras')}>{extras}</View>}
        <View className={at('where')}>{where}</View>
      </Press>
    </Part>
  );
});

/** `金桥镇 · 金高路1296号 · NO.99` */
export const whereWords = ({ street, address, signNo }: StationSummary): string =>
  [street, address, signWords(signNo)].filter(Boolean).join(' · ');

/** What somebody comes for on purpose: a meal, a battery, a place that was named among the finest. */
export const extraWords = ({ meals, swapOperator, finest }: StationSummary): string =>
  [...meals.map(mealWords), swapWords(swapOperator), finestWords(finest)].filter(Boolean).join('；');
