import { View } from '@tarojs/components';
import { lettersShown } from '@/features/station/code-letters';
import type { PresenceNow } from '@/features/station/presence/presence-now';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
import { hostText } from './host-copy';
import styles from './host.module.scss';

const at = classes(styles);

/** Read from an arm's length off a phone, and from two steps off a screen on the wall. CSS pixels. */
const PHONE_PX = 264;
const WALL_PX = 400;
const MINUTE_MS = 60_000;

/** The code that people scan, the letters for those who cannot, and how long it stands. */
export function CodeBoard({ code, onAgain }: { readonly code: PresenceNow; readonly onAgain: () => void }) {
  const isWide = useWideWindow();
  if (code.at === 'over') {
    return (
      <Empty title={hostText.over} about={hostText.overAbout} action={{ label: hostText.again, onPress: onAgain }} />
    );
  }
  const minutes = Math.floor(code.lastsMs / MINUTE_MS);
  return (
    <View>
      <View className={at('about')}>{hostText.codeAbout}</View>
      <QrCode text={code.code} label={hostText.qr} sizePx={isWide ? WALL_PX : PHONE_PX} />
      <Part className={at('track')} unspoken>
        <View className={at('left')} style={{ width: `${Math.round(code.share * 100)}%` }} />
      </Part>
      <View className={at('words')}>{hostText.changes(code.secondsLeft)}</View>
      <View className={at('words')}>{hostText.letters}</View>
      <View className={at('letters', !isWide && 'narrow')}>{lettersShown(code.code)}</View>
      {code.isRunningOut ? (
        <Notice tone="warn">{minutes < 1 ? hostText.offlineSoon : hostText.offline(minutes)}</Notice>
      ) : null}
    </View>
  );
}
