import type { FacilityState } from '@contract/facility';
import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { facilityName } from '../offer-words';
import { checkedWords } from './checked-words';
import { detailWords, facilityStateWords, uncheckedWord } from './detail-copy';
import styles from './detail.module.scss';

const at = classes(styles);

export type FacilityRowsProps = { readonly station: StationDetail; readonly now: number };

/** What is there and works, what is broken, and since when we know. */
export function FacilityRows({ station, now }: FacilityRowsProps) {
  const { facilities, lacks, viewer, water } = station;
  return (
    <View>
      <Rows label={detailWords.facilities}>
        <View className={at('cells')}>
          {facilities.length === 0 ? <FacilityCell name={detailWords.facilitiesNone} /> : null}
          {facilities.map(({ code, count, state, checkedAt }) => (
            <FacilityCell
              key={code}
              name={count > 1 ? `${facilityName(code)} × ${count}` : facilityName(code)}
              state={state === 'ok' && checkedAt === null ? 'unchecked' : state}
              checked={checkedAt === null ? undefined : checkedWords(checkedAt, now)}
            />
          ))}
        </View>
        {facilities.some(({ checkedAt }) => checkedAt === null) ? (
          <Part className={at('uncheckedAbout')} role="listitem">
            {detailWords.checkedUnknown}
          </Part>
        ) : null}
        {water === null ? null : (
          <Row
            title={detailWords.water}
            about={detailWords.waterAbout(water.dailyQuota)}
            value={detailWords.waterLeft[water.left]}
          />
        )}
      </Rows>
      {viewer.mayTend && lacks.length > 0 ? (
        <View className={at('button')}>
          <Notice tone="info">{detailWords.lacks(lacks.map(facilityName).join('、'))}</Notice>
        </View>
      ) : null}
    </View>
  );
}

const stateWord = (state: FacilityState | 'unchecked'): string =>
  state === 'unchecked' ? uncheckedWord : facilityStateWords[state];

type FacilityCellProps = {
  readonly name: string;
  readonly state?: FacilityState | 'unchecked';
  readonly checked?: string | undefined;
};

const FacilityCell = ({ name, state, checked }: FacilityCellProps) => (
  <Part className={at('cell')} role="listitem">
    <View className={at('cellName')}>{name}</View>
    {state === undefined ? null : (
      <View className={at('cellState', state)}>{[stateWord(state), checked].filter(Boolean).join(' · ')}</View>
    )}
  </Part>
);
