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

/** Why one did not come. It is no punishment to have missed; the head only wants to know. */
export function ExcusePanel({ shiftId }: { readonly shiftId: ShiftId }) {
  const { step, run } = useDeed('duty.excuseShift', excuseRefusals);
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<string>();
  const onExcuse = () => {
    if (words.trim().length < 2) setProblem(shiftPhrases.wordsMissing);
    else void run({ shiftId, words: words.trim() });
  };
  if (step.at === 'done') return <Panel tone="good">{shiftPhrases.said}</Panel>;
  return (
    <Panel title={shiftPhrases.missed} tone="warn">
      <View className={at('text')}>{shiftPhrases.missedText}</View>
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
