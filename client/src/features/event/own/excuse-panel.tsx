import type { ExcuseReason } from '@contract/event';
import type { OwnRegistration } from '@contract/event-view';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { excuseRefusals, ownWords, reasonOptions } from './own-copy';
import styles from './own.module.scss';

const at = classes(styles);

/** As many as the server reads. Characters. */
const MOST_WORDS = 200;

export type ExcusePanelProps = { readonly own: OwnRegistration; readonly onDone: () => void };

/** Why one did not come; from then on it does not count until the union has answered. */
export function ExcusePanel({ own, onDone }: ExcusePanelProps) {
  const { step, run } = useDeed('event.excuse', excuseRefusals);
  const [reason, setReason] = useState<ExcuseReason | null>(null);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const say = useSay();
  const onExcuse = async () => {
    if (reason === null) {
      setProblem(ownWords.reasonMissing);
      return;
    }
    const said = words.trim();
    const after = await run({ eventId: own.eventId, reason, words: said === '' ? null : said });
    if (after.at !== 'done') return;
    say(ownWords.excused);
    onDone();
  };
  return (
    <Panel title={ownWords.excuseTitle}>
      <View className={at('text')}>{ownWords.excuseText}</View>
      <Choices
        label={ownWords.reason}
        options={reasonOptions}
        value={reason}
        problem={problem}
        onChange={(picked) => {
          setReason(picked);
          setProblem(undefined);
        }}
      />
      <TextArea label={ownWords.words} optional value={words} onChange={setWords} maxLength={MOST_WORDS} />
      <DeedNotice step={step} />
      <View className={at('button')}>
        <Button busy={step.at === 'sending'} onPress={() => void onExcuse()}>
          {ownWords.excuse}
        </Button>
      </View>
    </Panel>
  );
}
