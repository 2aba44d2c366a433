import type { UnionId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import styles from '../../duty/head.module.scss';
import { ReasonForm } from '@/features/duty/reason-form';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { callOffRefusals, sittingPhrases as words } from './sitting-copy';

const at = classes(styles);

export type CallOffFormProps = {
  readonly studioId: UnionId;
  readonly day: ShanghaiDay;
  /** Null where it is not known. */
  readonly booked: number | null;
  /** Said of the button, where several days stand below one another. */
  readonly label?: string | undefined;
  readonly onDone: () => Promise<void>;
};

/** Nobody sits on that day: everybody who has an appointment is told why. */
export function CallOffForm({ studioId, day, booked, label, onDone }: CallOffFormProps) {
  const { step, run } = useDeed('matchmaking.callOffDay', callOffRefusals);
  const ask = useConfirm();
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const onSend = async (reason: string) => {
    if (!(await ask(words.callOffAsk(booked)))) return;
    const after = await run({ studioId, day, reason });
    if (after.at === 'done') say(words.calledOffDone(after.value.told));
    if (after.at === 'done' || after.at === 'refused') await onDone();
  };
  return (
    <View>
      <DeedNotice step={step} />
      {isOpen ? (
        <ReasonForm
          hint={words.callOffHint}
          send={words.callOffSend}
          danger
          maxLength={100}
          busy={step.at === 'sending'}
          onSend={(reason) => void onSend(reason)}
          onBack={() => setOpen(false)}
        />
      ) : (
        <View className={at('action')}>
          <Button kind="secondary" label={label} onPress={() => setOpen(true)}>
            {words.callOff}
          </Button>
        </View>
      )}
    </View>
  );
}
