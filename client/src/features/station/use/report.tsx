import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { dayText } from '@/calendar-words';
import { canPrint, printPage } from '@/platform/printing';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Column, Columns } from '@/ui/columns';
import { Empty } from '@/ui/empty';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import type { ValueFor } from '@/use-question';
import { occupationName } from '@/work-words';
import { Bars } from './bars';
import { monthText } from './months';
import { evidenceWords, reportText } from './use-copy';
import styles from './use.module.scss';

const at = classes(styles);

/** `22日 周日`: the month stands above. */
const dayOfMonth = (day: ShanghaiDay): string =>
  dayText(day)
    .replace(/^\d+月/, '')
    .replace(/（(.*)）/, ' $1');

export type UseReport = ValueFor<'station.useReport'>;

/** How many came in a month, when, who they are by their work, and how it was shown. */
export function Report({ report, name }: { readonly report: UseReport; readonly name: string }) {
  const { month, stations, visits, bottles, days, groups, evidence } = report;
  const title = `${name}，${monthText(month)}`;
  if (visits === 0) return <Empty title={reportText.nothing} about={reportText.nothingAbout} />;
  return (
    <View>
      <Panel title={title} tone="accent">
        <Facts
          items={[
            { label: reportText.visits, value: reportText.visitCount(visits) },
            { label: reportText.bottles, value: reportText.bottleCount(bottles) },
            { label: reportText.visited, value: reportText.of(stations) },
          ]}
        />
      </Panel>
      <Columns>
        <Column>
          <Panel title={reportText.days}>
            <Bars
              label={reportText.days}
              bars={days.map((day) => ({ name: dayOfMonth(day.day), value: day.visits }))}
            />
          </Panel>
        </Column>
        <Column>
          <Panel title={reportText.groups}>
            <Facts
              items={groups.map(({ occupation, visits: came }) => ({
                label: occupation === null ? reportText.unsaid : occupationName(occupation),
                value: came === null ? reportText.hidden : reportText.visitCount(came),
              }))}
            />
            <View className={at('about')}>{reportText.groupsAbout}</View>
          </Panel>
          <Panel title={reportText.evidence}>
            <Facts
              items={evidence.map((one) => ({
                label: evidenceWords[one.evidence],
                value: reportText.visitCount(one.visits),
              }))}
            />
          </Panel>
        </Column>
      </Columns>
      {canPrint ? (
        <View className={at('action')}>
          <Button kind="secondary" onPress={printPage}>
            {reportText.print}
          </Button>
        </View>
      ) : null}
    </View>
  );
}
