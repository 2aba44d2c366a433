import type { OwnPlace } from '@contract/duty-shift';
import type { ShiftId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { useDeed } from '@/use-deed';
import { excuseRefusals, shiftPhrases } from './shift-copy';
import styles from './shift.module.scss';

const at = classes(styles);

/** As many as the server reads. Characters. */
const MOST_WORDS = 200;

export type ExcusePanelProps = { readonly shiftId: ShiftId; readonly said: OwnPlace['excuse'] };

/** Why one did not come. It is no punishment to have missed; the head only wants to know. */
export function ExcusePanel({ shiftId, said }: ExcusePanelProps) {
  const { step, run } = useDeed('duty.excuseShift', excuseRefusals);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const onExcuse = () => {
    if (words.trim().length < 2) setProblem(shiftPhrases.wordsMissing);
    else void run({ shiftId, words: words.trim() });
  };
  if (step.at === 'done') return <Panel tone="good">{shiftPhrases.said}</Panel>;
  if (said !== null && said.accepted === null) {
    return (
      <Panel title={shiftPhrases.said} tone="good">
        <View className={at('text')}>{shiftPhrases.saidWaits(said.words)}</View>
      </Panel>
    );
  }
  return (
    <Panel title={shiftPhrases.missed} tone="warn">
      <View className={at('text')}>{said === null ? shiftPhrases.missedText : shiftPhrases.saidNo}</View>
      <TextArea
        label={shiftPhrases.words}
        value={words}
        problem={problem}
        maxLength={MOST_WORDS}
        onChange={(typed) => {
          setWords(typed);
          setProblem(undefined);
        }}
      />
      <DeedNotice step={step} />
      <View className={at('button')}>
        <Button busy={step.at === 'sending'} onPress={onExcuse}>
          {shiftPhrases.excuse}
        </Button>
      </View>
    </Panel>
  );
}
