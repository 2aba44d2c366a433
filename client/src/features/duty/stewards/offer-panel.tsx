import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { stewardPhrases as words } from './stewards-copy';
import styles from './stewards.module.scss';
import { useOffering } from './use-offering';

const at = classes(styles);

export type OfferPanelProps = {
  readonly stationId: StationId;
  /** Of the station; empty where the address did not say it. */
  readonly name: string;
  readonly onChanged: () => void;
};

/** What a steward does, and the way to become one. */
export function OfferPanel({ stationId, name, onChanged }: OfferPanelProps) {
  const { step, onOffer } = useOffering(onChanged);
  const [calledName, setCalledName] = useState('');
  const [problem, setProblem] = useState<string>();
  const onSend = () => {
    const called = calledName.trim();
    if (called === '') setProblem(words.calledNameMissing);
    else void onOffer(stationId, called);
  };
  return (
    <Panel title={name === '' ? words.offer : words.offerFor(name)}>
      <View>{words.about}</View>
      <TextField
        label={words.calledName}
        hint={words.calledNameHint}
        maxLength={12}
        value={calledName}
        problem={problem}
        onChange={(typed) => {
          setCalledName(typed);
          setProblem(undefined);
        }}
      />
      <DeedNotice step={step} />
      <View className={at('button')}>
        <Button busy={step.at === 'sending'} onPress={onSend}>
          {words.send}
        </Button>
      </View>
    </Panel>
  );
}
