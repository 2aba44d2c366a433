import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf } from '@/features/event/event-time';
import { drawRequestKey } from '@/request-key';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { DayField } from '../day-field';
import { askRefusals, hoursPhrases as words } from './hours-copy';
import styles from './hours.module.scss';

const at = classes(styles);

export type AskSheetProps = {
  /** Leads back; `sent` when there is a certificate more. */
  readonly onClose: (sent: boolean) => void;
};

/** From which day to which: this year so far, unless one says otherwise. */
export function AskSheet({ onClose }: AskSheetProps) {
  const { step, run, reset } = useDeed('duty.askCertificate', askRefusals);
  const say = useSay();
  const [until, setUntil] = useState<ShanghaiDay | ''>(() => dayOf(Date.now()));
  const [from, setFrom] = useState<ShanghaiDay | ''>(`${until.slice(0, 4)}-01-01` as ShanghaiDay);
  const [requestKey, setRequestKey] = useState(drawRequestKey);
  const changed = (set: (day: ShanghaiDay | '') => void) => (day: ShanghaiDay | '') => {
    set(day);
    setRequestKey(drawRequestKey());
    reset();
  };
  const missing = (day: string) => (day === '' ? words.dayMissing : undefined);
  const onSend = async () => {
    if (from === '' || until === '') return;
    if ((await run({ from, until, requestKey })).at !== 'done') return;
    say(words.sent);
    onClose(true);
  };
  return (
    <Screen
      title={words.ask}
      footer={
        <Button busy={step.at === 'sending'} onPress={() => void onSend()}>
          {words.send}
        </Button>
      }
    >
      <Panel>
        <View>{words.askAbout}</View>
        <DayField label={words.from} problem={missing(from)} value={from} onChange={changed(setFrom)} />
        <DayField label={words.until} problem={missing(until)} value={until} onChange={changed(setUntil)} />
      </Panel>
      <DeedNotice step={step} />
      <View className={at('button')}>
        <Button kind="secondary" onPress={() => onClose(false)}>
          {words.keep}
        </Button>
      </View>
    </Screen>
  );
}
