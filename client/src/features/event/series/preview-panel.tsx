import type { SeriesRule } from '@contract/event-series';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useQuestion } from '@/use-question';
import styles from '../form/form.module.scss';
import { reader } from '../form/read-problems';
import { readRule } from './rule-draft';
import { seriesText } from './series-copy';
import type { SeriesDraft } from './series-draft';

const at = classes(styles);
const words = seriesText;
/** So many are shown: two months of working days. */
const SHOWN = 40;

/** Which dates the rule gives, what comes on each, and which holidays are left out. */
export function PreviewPanel({ draft }: { readonly draft: SeriesDraft }) {
  const [wanted, setWanted] = useState<string | null>(null);
  const rule = readRule(draft.rule, reader());
  const isShown = rule !== null && wanted === JSON.stringify(rule);
  return (
    <View>
      <View className={at('action')}>
        <Button kind="secondary" disabled={rule === null} onPress={() => setWanted(JSON.stringify(rule))}>
          {words.preview}
        </Button>
      </View>
      {isShown ? <Dates rule={rule} turns={draft.turns} /> : null}
    </View>
  );
}

type DatesProps = { readonly rule: SeriesRule; readonly turns: SeriesDraft['turns'] };

function Dates({ rule, turns }: DatesProps) {
  const { question } = useQuestion('event.previewSeries', { rule });
  return (
    <Asked question={question} skeletonRows={2}>
      {({ days, leftOut }) => (
        <View>
          <View className={at('sum')}>{days.length === 0 ? words.previewNone : words.previewTitle(days.length)}</View>
          <Part role="list">
            {days.slice(0, SHOWN).map((day, nth) => (
              <Part key={day} role="listitem">
                {words.on(dayText(day), turns[nth % turns.length]?.title ?? '')}
              </Part>
            ))}
          </Part>
          {days.length > SHOWN ? <View className={at('about')}>{words.previewMore(days.length - SHOWN)}</View> : null}
          <Part role="list">
            {leftOut.map(({ day, holiday }) => (
              <Part key={day} className={at('about')} role="listitem">
                {words.leftOut(dayText(day), holiday)}
              </Part>
            ))}
          </Part>
        </View>
      )}
    </Asked>
  );
}
