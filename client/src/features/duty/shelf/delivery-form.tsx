import type { ShelfLine } from '@contract/duty-tap';
import type { RequestKey } from '@contract/evidence';
import type { StationId } from '@contract/ids';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { ClockField } from '@/features/event/form/moment-field';
import { drawRequestKey } from '@/request-key';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { TextField } from '@/ui/text-field';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../head.module.scss';
import { deliverRefusals, shelfPhrases } from './shelf-copy';

const at = classes(styles);
const words = shelfPhrases;

export type DeliveryFormProps = {
  readonly stationId: StationId;
  readonly item: ShelfLine;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

/** Something arrived: how much, until when it is good, who gave it. */
export function DeliveryForm({ stationId, item: { code, unit }, onDone, onBack }: DeliveryFormProps) {
  const { step, run } = useDeed('duty.deliver', deliverRefusals);
  const [draft, setDraft] = useState({ quantity: '', expiresOn: '', donor: '' });
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const key = useRef<RequestKey | null>(null);
  const say = useSay();
  const set = (part: Partial<typeof draft>) => {
    // Another wish than what was sent before.
    key.current = null;
    setProblem(undefined);
    setDraft({ ...draft, ...part });
  };
  const onSend = async () => {
    const quantity = Number(draft.quantity.normalize('NFKC').trim());
    const isRead = Number.isInteger(quantity) && quantity >= 1 && quantity <= 99_999;
    setProblem(isRead ? undefined : words.countWrong);
    if (!isRead) return;
    key.current ??= drawRequestKey();
    const expiresOn = draft.expiresOn === '' ? null : (draft.expiresOn as ShanghaiDay);
    const donor = draft.donor.trim() === '' ? null : draft.donor.trim();
    const after = await run({ stationId, code, quantity, expiresOn, donor, requestKey: key.current });
    if (after.at !== 'done') return;
    say(words.delivered(after.value.quantity, unit));
    onDone();
  };
  return (
    <View className={at('form')}>
      <TextField
        label={words.count(unit)}
        kind="digits"
        maxLength={5}
        value={draft.quantity}
        problem={problem}
        onChange={(quantity) => set({ quantity })}
      />
      <ClockField
        kind="day"
        label={words.expiresOn}
        hint={words.expiresHint}
        value={draft.expiresOn}
        onChange={(expiresOn) => set({ expiresOn })}
      />
      <TextField
        label={words.donor}
        hint={words.donorHint}
        optional
        maxLength={30}
        value={draft.donor}
        onChange={(donor) => set({ donor })}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button busy={step.at === 'sending'} onPress={() => void onSend()}>
            {words.send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={onBack}>
            {words.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
