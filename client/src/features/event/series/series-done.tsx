import { View } from '@tarojs/components';
import { dayText } from '@/calendar-words';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Panel } from '@/ui/panel';
import type { ValueFor } from '@/use-question';
import styles from '../form/form.module.scss';
import { seriesText } from './series-copy';

const at = classes(styles);
const words = seriesText;

/** What came of saving a series, date by date where it is not as one would expect. */
export function SeriesDone({ saved }: { readonly saved: ValueFor<'event.saveSeries'> }) {
  const { made, changed, roomTaken, kept } = saved;
  const days = (some: readonly (typeof kept)[number][]): string => some.map(dayText).join('、');
  return (
    <Panel title={words.done} tone={roomTaken.length === 0 ? 'good' : 'warn'}>
      <View>{[words.made(made), ...(changed > 0 ? [words.changed(changed)] : [])].join('，')}</View>
      <View className={at('about')}>{words.later}</View>
      <Facts
        items={[
          ...(roomTaken.length === 0 ? [] : [{ label: words.roomTaken, value: days(roomTaken) }]),
          ...(kept.length === 0 ? [] : [{ label: words.keptDays, value: days(kept) }]),
        ]}
      />
      <View className={at('action')}>
        <Button onPress={() => replaceWith('eventsDesk')}>{words.toEvents}</Button>
      </View>
    </Panel>
  );
}
