import type { HoursEntry } from '@contract/duty-hours';
import { View } from '@tarojs/components';
import { dayText } from '@/calendar-words';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { evidenceName, hoursKindNames, minutesText } from '../duty-words';
import styles from '../head.module.scss';
import { bookPhrases } from './book-copy';

const at = classes(styles);
const words = bookPhrases;

export type EntryLineProps = {
  readonly entry: HoursEntry;
  /** Only staff write a correction. */
  readonly onCorrect?: (() => void) | undefined;
};

/** One entry as it was written, and what became of it. */
export function EntryLine({ entry, onCorrect }: EntryLineProps) {
  const { seq, kind, day, stationName, title, minutes, mix, corrects, correctedBy } = entry;
  const { enteredBy, confirmedBy, reason } = entry;
  const rests = mix.map((part) => `${evidenceName(part.evidence)} ${minutesText(part.minutes)}`).join('，');
  const head = [words.nth(seq, hoursKindNames[kind]), corrects === null ? null : words.corrects(corrects)];
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('name')}>{words.entry(dayText(day), title)}</View>
      <View className={at('line')}>{words.counted(minutesText(minutes))}</View>
      <View className={at('about')}>{stationName}</View>
      {rests === '' ? null : <View className={at('about')}>{rests}</View>}
      <View className={at('about')}>{head.filter(Boolean).join('，')}</View>
      {enteredBy === null || confirmedBy === null ? null : (
        <View className={at('about')}>{words.by(enteredBy, confirmedBy)}</View>
      )}
      {reason === null ? null : <View className={at('about')}>{words.why(reason)}</View>}
      {correctedBy !== null ? (
        <View className={at('line')}>{words.correctedBy(correctedBy)}</View>
      ) : onCorrect === undefined ? null : (
        <View className={at('action')}>
          <Button kind="quiet" label={words.correctOf(seq)} onPress={onCorrect}>
            {words.correct}
          </Button>
        </View>
      )}
    </Part>
  );
}
