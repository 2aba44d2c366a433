import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '@/features/event/event-time';
import { keepTable, keepsFiles } from '@/platform/table-file';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { PickField } from '@/ui/pick-field';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../head.module.scss';
import { bookPhrases, exportMonthRefusals } from './book-copy';

const at = classes(styles);
const words = bookPhrases;

/** `2026-11` and the months before it, a year back. */
function monthsUpTo(now: number): readonly string[] {
  const [year = 0, month = 0] = dayOf(now).split('-').map(Number);
  return Array.from({ length: 13 }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}
const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

/** The month's hours of a station as a table, at a desk. */
export function MonthPanel({ stationId }: { readonly stationId: StationId }) {
  const { step, run, reset } = useDeed('duty.exportMonth', exportMonthRefusals);
  const [months] = useState(() => monthsUpTo(Date.now()));
  const [month, setMonth] = useState(months[0] ?? '');
  const say = useSay();
  const onFetch = async () => {
    const after = await run({ stationId, month });
    if (after.at !== 'done') return;
    const { fileName, csv, volunteers } = after.value;
    // Names are held no longer than it takes to hand them over.
    reset();
    if (volunteers === 0) {
      say(words.nobody);
      return;
    }
    keepTable(fileName, csv);
    say(words.fetched(volunteers));
  };
  return (
    <Panel title={words.month}>
      <View className={at('about')}>{words.monthAbout}</View>
      {keepsFiles ? (
        <View>
          <PickField
            label={words.which}
            placeholder={words.which}
            options={months.map((value) => ({ value, label: monthText(value) }))}
            value={month}
            onChange={setMonth}
          />
          <DeedNotice step={step} />
          <View className={at('action')}>
            <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onFetch()}>
              {words.fetch}
            </Button>
          </View>
        </View>
      ) : (
        <View className={at('line')}>{words.onDesktop}</View>
      )}
    </Panel>
  );
}
