import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { go } from '@/routes';
import { Asked } from '@/ui/asked';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { useQuestion } from '@/use-question';
import { OwnReportRows } from '../../reports/own-report-rows';
import { ownReportWords, ownReportsRefusals } from '../../reports/own-report-copy';
import styles from '../../reports/reports.module.scss';
import { readAnswers } from '../../reports/seen-answers';

const at = classes(styles);
const words = ownReportWords;

export default function OwnReportsPage() {
  const { question } = useQuestion('station.listOwnReports', {}, ownReportsRefusals);
  useEffect(() => {
    if (question.at === 'loaded') readAnswers(question.value.reports);
  }, [question]);
  return (
    <Screen title={words.title}>
      <View className={at('muted')}>{words.lead}</View>
      <Asked question={question}>
        {({ reports }) =>
          reports.length === 0 ? (
            <Empty
              title={words.none}
              about={words.noneAbout}
              action={{ label: words.toStations, onPress: () => go('stations') }}
            />
          ) : (
            <OwnReportRows reports={reports} />
          )
        }
      </Asked>
    </Screen>
  );
}
