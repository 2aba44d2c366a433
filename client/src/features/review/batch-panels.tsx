import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Tag } from '@/ui/tag';
import { ThumbBar } from '@/ui/thumb-bar';
import { queueText } from './queue-copy';
import styles from './queue.module.scss';
import type { Batch } from './use-batch';

const at = classes(styles);
const text = queueText.batch;

/** Stays in reach of the thumb while applications are ticked. */
export function BatchBar({ batch, onApprove }: { readonly batch: Batch; readonly onApprove: () => void }) {
  const { chosen, step, onStop } = batch;
  return (
    <ThumbBar>
      <DeedNotice step={step} />
      <View className={at('pair')}>
        <View className={at('wider')}>
          <Button busy={step.at === 'sending'} onPress={onApprove}>
            {text.approve(chosen.length)}
          </Button>
        </View>
        <View className={at('narrower')}>
          <Button kind="secondary" onPress={onStop}>
            {text.stop}
          </Button>
        </View>
      </View>
    </ThumbBar>
  );
}

/** What became of each. */
export function BatchResults({ batch }: { readonly batch: Batch }) {
  const { results, onCloseResults } = batch;
  if (results.length === 0) return null;
  return (
    <Panel title={text.done}>
      {results.map(({ caseId, maskedName, approved, text: outcome }) => (
        <View key={caseId} className={at('result')}>
          <View className={at('who')}>{maskedName}</View>
          <Tag tone={approved ? 'good' : 'warn'}>{outcome}</Tag>
        </View>
      ))}
      <View className={at('action')}>
        <Button kind="secondary" onPress={onCloseResults}>
          {text.close}
        </Button>
      </View>
    </Panel>
  );
}
