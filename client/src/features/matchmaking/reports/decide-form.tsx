import type { WishId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import styles from '../../duty/head.module.scss';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextArea } from '@/ui/text-area';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { decideRefusals, outcomes, reportPhrases as words } from './reports-copy';

const at = classes(styles);

export type DecideFormProps = {
  readonly reportId: WishId;
  /** What the one is called whom it is about. */
  readonly name: string;
  readonly onDecided: () => Promise<void>;
};

/** What becomes of a report, and what whoever reported is told. */
export function DecideForm({ reportId, name, onDecided }: DecideFormProps) {
  const { step, run } = useDeed('matchmaking.decideReport', decideRefusals);
  const ask = useConfirm();
  const say = useSay();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | null>(null);
  const [answer, setAnswer] = useState('');
  const [isPressed, setPressed] = useState(false);
  const text = answer.trim();
  const onSend = async () => {
    setPressed(true);
    if (outcome === null || text.length < 2) return;
    if (outcome === 'removed' && !(await ask(words.removeAsk(name)))) return;
    const after = await run({ reportId, outcome, answer: text });
    if (after.at === 'done') say(words.done);
    if (after.at === 'done' || (after.at === 'refused' && after.refusal === 'decided-already')) await onDecided();
  };
  return (
    <Panel>
      <Choices
        label={words.decide}
        problem={isPressed && outcome === null ? words.outcomeMissing : undefined}
        options={outcomes.map((value) => ({
          value,
          label: words.outcomeNames[value],
          about: words.outcomeAbouts[value],
        }))}
        value={outcome}
        onChange={setOutcome}
      />
      <TextArea
        label={words.answer}
        hint={words.answerHint}
        maxLength={200}
        value={answer}
        problem={isPressed && text.length < 2 ? words.answerMissing : undefined}
        onChange={setAnswer}
      />
      <DeedNotice step={step} />
      <View className={at('action')}>
        <Button busy={step.at === 'sending'} onPress={() => void onSend()}>
          {words.send}
        </Button>
      </View>
    </Panel>
  );
}
