import type { EventId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { excuseWords, registrantsText } from './registrants-copy';
import styles from './registrants.module.scss';
import type { RegistrantRow } from './use-registrants';

const at = classes(styles);
const text = registrantsText;

export type ExcusePanelProps = {
  readonly eventId: EventId;
  readonly row: RegistrantRow;
  readonly reread: () => Promise<void>;
};

/** Why somebody did not come, and whether it counts. */
export function ExcusePanel({ eventId, row, reread }: ExcusePanelProps) {
  const { lot, excuse, missed } = row;
  const { step, run } = useDeed('event.decideExcuse', excuseWords);
  const ask = useConfirm();
  const say = useSay();
  if (excuse === null) return null;
  const onDecide = async (isAgreed: boolean) => {
    if (step.at === 'sending' || (!isAgreed && !(await ask(text.declineAsk)))) return;
    const after = await run({ eventId, lot, isAgreed });
    if (after.at !== 'done') return;
    say(isAgreed ? text.agreed : text.declined);
    await reread();
  };
  const busy = step.at === 'sending';
  const why = text.reasons[excuse.reason] ?? excuse.reason;
  return (
    <View className={at('excuse')}>
      <View>{text.answer(text.excuse, [why, excuse.words].filter(Boolean).join('，'))}</View>
      <DeedNotice step={step} />
      {missed === 'excuse-waits' ? (
        <View className={at('acts')}>
          <View className={at('act')}>
            <Button busy={busy} label={`${text.agree}：${row.maskedName}`} onPress={() => void onDecide(true)}>
              {text.agree}
            </Button>
          </View>
          <View className={at('act')}>
            <Button
              kind="secondary"
              busy={busy}
              label={`${text.decline}：${row.maskedName}`}
              onPress={() => void onDecide(false)}
            >
              {text.decline}
            </Button>
          </View>
        </View>
      ) : null}
    </View>
  );
}
