import type { Task } from '@contract/duty-upkeep';
import type { StationId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { drawRequestKey } from '@/request-key';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { TextField } from '@/ui/text-field';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { DayField } from '../day-field';
import { closeRefusals, taskPhrases as words } from './tasks-copy';
import styles from './tasks.module.scss';

const at = classes(styles);

export type CloseFormProps = {
  readonly stationId: StationId;
  readonly task: Task;
  readonly onChanged: () => void;
  readonly onKeep: () => void;
};

/** It is done: with what is on the shelf now, where it is about the shelf. */
export function CloseForm({ stationId, task: { key, item }, onChanged, onKeep }: CloseFormProps) {
  const { step, run } = useDeed('duty.closeTask', closeRefusals);
  const say = useSay();
  const [quantity, setQuantity] = useState('');
  const [expiresOn, setExpiresOn] = useState<ShanghaiDay | ''>('');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [requestKey] = useState(drawRequestKey);
  const onSend = async () => {
    const typed = quantity.trim();
    if (item !== null && !/^\d{1,5}$/.test(typed)) {
      setProblem(words.quantityMissing);
      return;
    }
    const after = await run({
      stationId,
      key,
      quantity: item === null ? null : Number(typed),
      expiresOn: expiresOn === '' ? null : expiresOn,
      note: note.trim(),
      requestKey,
    });
    if (after.at === 'done') say(words.thanks);
    if (after.at === 'done' || (after.at === 'refused' && after.refusal === 'task-gone')) onChanged();
  };
  return (
    <View>
      {item === null ? null : (
        <View>
          <TextField
            label={words.quantity(item.unit)}
            kind="digits"
            maxLength={5}
            value={quantity}
            problem={problem}
            onChange={(typed) => {
              setQuantity(typed);
              setProblem(undefined);
            }}
          />
          <DayField
            label={words.expiresOn}
            hint={words.expiresHint}
            optional
            value={expiresOn}
            onChange={setExpiresOn}
          />
        </View>
      )}
      <TextField label={words.note} hint={words.noteHint} optional maxLength={200} value={note} onChange={setNote} />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={() => void onSend()}>
            {words.send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={onKeep}>
            {words.keep}
          </Button>
        </View>
      </View>
    </View>
  );
}
