import type { ExcuseReason } from '@contract/event';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { ownWords, reasonOptions } from './own-copy';
import styles from './own.module.scss';
import type { GivingUp } from './use-giving-up';

const at = classes(styles);

/** After the day by which to cancel: why, so that the organiser knows; the place goes on all the same. */
export function LatePanel({ givingUp }: { readonly givingUp: GivingUp }) {
  const { step, onReason, onKeep } = givingUp;
  const [reason, setReason] = useState<ExcuseReason | null>(null);
  const [problem, setProblem] = useState<string>();
  const onCancel = () => {
    if (reason === null) setProblem(ownWords.reasonMissing);
    else onReason(reason);
  };
  return (
    <Panel title={ownWords.lateTitle} tone="warn">
      <View className={at('text')}>{ownWords.lateText}</View>
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
      <View className={at('button')}>
        <Button kind="danger" busy={step.at === 'sending'} onPress={onCancel}>
          {ownWords.cancel}
        </Button>
      </View>
      <View className={at('button')}>
        <Button kind="secondary" onPress={onKeep}>
          {ownWords.keep}
        </Button>
      </View>
    </Panel>
  );
}
