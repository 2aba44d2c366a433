import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { walkInsWaiting } from './door-queue';
import { hostText } from './host-copy';
import styles from './host.module.scss';
import type { Door } from './use-door';

const at = classes(styles);

/** People who come without having registered, counted by the thumb. */
export function WalkInPanel({ door, counted }: { readonly door: Door; readonly counted: number | null }) {
  const waiting = walkInsWaiting(door.queue);
  const known = (counted ?? 0) + waiting;
  return (
    <Panel title={hostText.walkIn}>
      <View className={at('about')}>{hostText.walkInAbout}</View>
      {counted === null ? null : <View className={at('total')}>{hostText.walkIns(counted)}</View>}
      {waiting === 0 ? null : <View>{hostText.walkInsWaiting(waiting)}</View>}
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind="secondary" disabled={known <= 0} onPress={() => door.onWalkIn(-1)}>
            {hostText.minus}
          </Button>
        </View>
        <View className={at('act')}>
          <Button onPress={() => door.onWalkIn(1)}>{hostText.plus}</Button>
        </View>
      </View>
    </Panel>
  );
}
