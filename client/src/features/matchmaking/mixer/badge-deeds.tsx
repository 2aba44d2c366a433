import type { MixerView } from '@contract/match-mixer';
import { View } from '@tarojs/components';
import { back } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../match.module.scss';
import { leaveRefusals, mixerText as text } from './mixer-copy';

const at = classes(styles);

export type BadgeDeedsProps = { readonly mixer: MixerView; readonly onChange: () => void };

/** Other words on the badge, or none of it any more. */
export function BadgeDeeds({ mixer: { eventId, mayTakeBadge }, onChange }: BadgeDeedsProps) {
  const { step, run } = useDeed('matchmaking.leaveMixer', leaveRefusals);
  const ask = useConfirm();
  const say = useSay();
  const onLeave = async () => {
    if (!(await ask(text.leaveAsk))) return;
    const after = await run({ eventId });
    if (after.at !== 'done') return;
    back();
    say(text.left);
  };
  return (
    <View>
      <DeedNotice step={step} />
      {mayTakeBadge ? (
        <View className={at('gap')}>
          <Button kind="secondary" onPress={onChange}>
            {text.change}
          </Button>
        </View>
      ) : null}
      <View className={at('gap')}>
        <Button kind="quiet" busy={step.at === 'sending'} onPress={() => void onLeave()}>
          {text.leave}
        </Button>
      </View>
    </View>
  );
}
