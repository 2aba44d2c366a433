import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { QrCode } from '@/ui/qr-code';
import { useScanToCheckIn } from '../visit/use-scan-to-check-in';
import styles from './detail.module.scss';
import { doorWords } from './door-copy';
import { useDoor } from './use-door';

const at = classes(styles);

export type DoorPanelProps = { readonly stationId: StationId; readonly code: string | null };

/** Letting oneself in: a press, a code of one minute, and the window in the door. */
export function DoorPanel({ stationId, code }: DoorPanelProps) {
  const { step, secondsLeft, onOpen } = useDoor(stationId, code);
  const onScan = useScanToCheckIn(stationId);
  const needsCode = step.at === 'refused' && (step.refusal === 'place-needed' || step.refusal === 'too-far');
  if (step.at === 'done' && secondsLeft > 0) {
    return (
      <Panel title={doorWords.hold} tone="good">
        <QrCode text={step.value.token} label={doorWords.qr} sizePx={272} />
        <View className={at('left')}>{doorWords.left(secondsLeft)}</View>
      </Panel>
    );
  }
  return (
    <Panel title={doorWords.title}>
      {step.at === 'done' ? <Part role="status">{doorWords.over}</Part> : null}
      <View className={at('muted')}>{doorWords.about}</View>
      <DeedNotice step={step} action={needsCode ? { label: doorWords.scan, onPress: onScan } : undefined} />
      <View className={at('button')}>
        <Button kind="secondary" busy={step.at === 'sending'} onPress={onOpen}>
          {step.at === 'done' ? doorWords.renew : doorWords.open}
        </Button>
      </View>
    </Panel>
  );
}
