import { View } from '@tarojs/components';
import { useState } from 'react';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { PickField } from '@/ui/pick-field';
import { useQuestion } from '@/use-question';
import { monthOf, monthOptions } from './months';
import { Report } from './report';
import type { ChosenStation } from './station-choice';
import { StationChoice } from './station-choice';
import { useReportWords, reportText } from './use-copy';
import styles from './use.module.scss';

const at = classes(styles);

/** A month of one station, or of all that one keeps. */
export function UseDesk() {
  const [month, setMonth] = useState(() => monthOf(Date.now()));
  const [station, setStation] = useState<ChosenStation | null>(null);
  const input = { stationId: station?.stationId ?? null, month };
  const { question } = useQuestion('station.useReport', input, useReportWords);
  return (
    <View>
      <View className={at('choice')}>
        <View className={at('half')}>
          <PickField
            label={reportText.month}
            placeholder={reportText.month}
            options={monthOptions(Date.now())}
            value={month}
            onChange={setMonth}
          />
        </View>
        <View className={at('half')}>
          <StationChoice chosen={station} onChoose={setStation} />
        </View>
      </View>
      <Asked question={question} skeletonRows={8}>
        {(report) => <Report report={report} name={station?.name ?? reportText.all} />}
      </Asked>
    </View>
  );
}
