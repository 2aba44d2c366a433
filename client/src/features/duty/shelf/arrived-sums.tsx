import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '@/features/event/event-time';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Row, Rows } from '@/ui/rows';
import { useQuestion } from '@/use-question';
import styles from '../head.module.scss';
import { shelfPhrases as words } from './shelf-copy';

const at = classes(styles);

/** What arrived in a year at all stations that one answers for. Asked at a tap: it is for the report of the year. */
export function ArrivedSums() {
  const [year, setYear] = useState<number | null>(null);
  const thisYear = Number(dayOf(Date.now()).slice(0, 4));
  if (year !== null) return <Sums key={year} year={year} onBefore={() => setYear(year - 1)} />;
  return (
    <Rows>
      <Row title={words.sums(thisYear)} about={words.sumsAbout} onPress={() => setYear(thisYear)} />
    </Rows>
  );
}

function Sums({ year, onBefore }: { readonly year: number; readonly onBefore: () => void }) {
  const { question } = useQuestion('duty.sumDeliveries', { year });
  return (
    <Asked question={question} skeletonRows={3}>
      {({ items, isWhole }) => (
        <View>
          <Rows label={words.sums(year)}>
            {items.length === 0 ? <Row title={words.sumsNone} /> : null}
            {items.map(({ name, quantity, stations, donors }) => (
              <Row key={name} title={words.delivery(name, quantity)} about={words.sumAbout(stations, donors)} />
            ))}
          </Rows>
          {isWhole ? null : <View className={at('about')}>{words.sumsCut}</View>}
          {year > 2020 ? (
            <Button kind="quiet" onPress={onBefore}>
              {words.sumsBefore}
            </Button>
          ) : null}
        </View>
      )}
    </Asked>
  );
}
