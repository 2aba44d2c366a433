import type { HoursEntry } from '@contract/duty-hours';
import type { StationId, VolunteerNo } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { toTop } from '@/platform/to-top';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { MoreButton } from '@/ui/more-button';
import { Notice } from '@/ui/notice';
import { Panel } from '@/ui/panel';
import { evidenceName, minutesText } from '../duty-words';
import styles from '../head.module.scss';
import { bookPhrases } from './book-copy';
import { EntryLine } from './entry-line';
import { HoursForm } from './hours-form';
import { PapersPanel } from './papers-panel';
import { useBook } from './use-book';

const at = classes(styles);
const words = bookPhrases;

export type BookSheetProps = { readonly stationId: StationId; readonly number: VolunteerNo };

/** What is being written: nothing, missing hours, or a correction of an entry. */
type Writing = 'nothing' | 'missing' | HoursEntry;

/** A volunteer's book, and what staff add to it. */
export function BookSheet({ stationId, number }: BookSheetProps) {
  const { question, more, older, refresh } = useBook(number);
  const [writing, setWriting] = useState<Writing>('nothing');
  const [isSent, setSent] = useState(false);
  const onSent = () => {
    setWriting('nothing');
    setSent(true);
    toTop();
    void refresh();
  };
  const form = (entry: HoursEntry | null) => (
    <HoursForm
      number={number}
      stationId={entry?.stationId ?? stationId}
      entry={entry}
      onSent={onSent}
      onBack={() => setWriting('nothing')}
    />
  );
  return (
    <Asked question={question} skeletonRows={6}>
      {({ name, total, mix, entries, certificates }) => (
        <View>
          {isSent ? (
            <Notice tone="good" title={words.sent}>
              {words.sentText}
            </Notice>
          ) : null}
          <Panel title={words.bookOf(name)}>
            <View className={at('lead')}>{words.total(minutesText(total))}</View>
            {mix.map(({ evidence, minutes }) => (
              <View key={evidence} className={at('line')}>{`${evidenceName(evidence)}：${minutesText(minutes)}`}</View>
            ))}
            <View className={at('about')}>{`${number}。${words.look}`}</View>
            {writing === 'missing' ? (
              form(null)
            ) : (
              <View className={at('action')}>
                <Button onPress={() => setWriting('missing')}>{words.enter}</Button>
              </View>
            )}
          </Panel>
          <Panel title={words.entries}>
            {entries.length === 0 ? <View>{words.noEntries}</View> : null}
            <Part role="list" label={words.entries}>
              {[...entries, ...older].map((entry) => (
                <View key={entry.seq}>
                  <EntryLine entry={entry} onCorrect={() => setWriting(entry)} />
                  {writing !== 'nothing' && writing !== 'missing' && writing.seq === entry.seq ? form(entry) : null}
                </View>
              ))}
            </Part>
            <MoreButton more={more} />
          </Panel>
          <PapersPanel certificates={certificates} onChanged={() => void refresh()} />
          <View className={at('action')}>
            <Button kind="secondary" onPress={() => replaceWith('dutyBook', { id: stationId })}>
              {words.back}
            </Button>
          </View>
        </View>
      )}
    </Asked>
  );
}
