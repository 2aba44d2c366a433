import type { StationDetail } from '@contract/station-view';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { facilityName } from '../offer-words';
import { checkedWords } from './checked-words';
import { detailWords, facilityStateWords } from './detail-copy';
import styles from './detail.module.scss';

const at = classes(styles);

export type FacilityRowsProps = { readonly station: StationDetail; readonly now: number };

/** What is there and works, what is broken, and since when we know. */
export function FacilityRows({ station, now }: FacilityRowsProps) {
  const { facilities, lacks, viewer, water } = station;
  return (
    <View>
      <Rows label={detailWords.facilities}>
        {facilities.length === 0 ? <Row title={detailWords.facilitiesNone} /> : null}
        {facilities.map(({ code, count, state, checkedAt }) => (
          <Row
            key={code}
            title={count > 1 ? `${facilityName(code)} × ${count}` : facilityName(code)}
            about={checkedAt === null ? detailWords.checkedUnknown : checkedWords(checkedAt, now)}
            value={facilityStateWords[state].text}
            tone={facilityStateWords[state].tone}
          />
        ))}
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
