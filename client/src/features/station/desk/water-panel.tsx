import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import type { Restocking } from './use-restocking';

const at = classes(styles);
const words = deskText.water;

/** What a case of water holds, and half of one. Bottles. */
const deliveries = [24, 12] as const;

/** The bottles that are left, and what was delivered. */
export function WaterPanel({ bottles, restocking }: { readonly bottles: number; readonly restocking: Restocking }) {
  const { step, amount, problem, onAmount, onDeliver, onTyped } = restocking;
  const busy = step.at === 'sending';
  return (
    <Panel title={words.title} tone={bottles === 0 ? 'warn' : 'plain'}>
      <View className={at('stock')}>{bottles === 0 ? words.none : words.left(bottles)}</View>
      <View className={at('acts')}>
        {deliveries.map((delivered) => (
          <View key={delivered} className={at('act')}>
            <Button kind="secondary" busy={busy} onPress={() => onDeliver(delivered)}>
              {words.add(delivered)}
            </Button>
          </View>
        ))}
      </View>
      <TextField
        label={words.amount}
        hint={words.amountHint}
        kind="digits"
        maxLength={4}
        value={amount}
        problem={problem}
        onChange={onAmount}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind="secondary" busy={busy} onPress={() => onTyped('put')}>
            {words.put}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="quiet" busy={busy} onPress={() => onTyped('take')}>
            {words.take}
          </Button>
        </View>
      </View>
    </Panel>
  );
}
