import type { SeriesId } from '@contract/ids';
import { View } from '@tarojs/components';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../form/form.module.scss';
import { endSeriesWords, seriesText } from './series-copy';

const at = classes(styles);
const words = seriesText;

/** No more dates from here on. */
export function EndPanel({ seriesId, revision }: { readonly seriesId: SeriesId; readonly revision: number }) {
  const { step, run } = useDeed('event.endSeries', endSeriesWords);
  const ask = useConfirm();
  const say = useSay();
  const onEnd = async () => {
    if (step.at === 'sending' || !(await ask({ ...words.endAsk, danger: true }))) return;
    const after = await run({ seriesId, revision });
    if (after.at !== 'done') return;
    say(words.ended);
    replaceWith('eventsDesk');
  };
  return (
    <Panel title={words.end}>
      <View className={at('about')}>{words.endAbout}</View>
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={() => void onEnd()}>
          {words.end}
        </Button>
      </View>
    </Panel>
  );
}
