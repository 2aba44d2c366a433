import { View } from '@tarojs/components';
import { replaceWith } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { useConfirm } from '@/ui/confirm';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import styles from '../match.module.scss';
import { leaveRefusals, profileText as text } from './profile-copy';

const at = classes(styles);

/** Everything goes, at once. */
export function LeavePanel() {
  const { step, run } = useDeed('matchmaking.leave', leaveRefusals);
  const confirm = useConfirm();
  const say = useSay();
  const onLeave = async () => {
    if (!(await confirm({ ...text.leaveAsk, danger: true }))) return;
    const after = await run({ understood: true });
    if (after.at !== 'done') return;
    replaceWith('studio');
    say(text.left);
  };
  return (
    <Panel title={text.leave}>
      <View className={at('text')}>{text.leaveAbout}</View>
      <DeedNotice step={step} />
      <View className={at('gap')}>
        <Button kind="danger" busy={step.at === 'sending'} onPress={() => void onLeave()}>
          {text.leave}
        </Button>
      </View>
    </Panel>
  );
}
