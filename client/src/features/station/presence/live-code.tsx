import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
import { lettersShown } from '../code-letters';
import styles from './live-code.module.scss';
import { liveCodeWords } from './presence-copy';
import type { PresenceNow } from './presence-now';

const at = classes(styles);

/** Read from an arm's length off a phone, and from two steps off a screen on the wall. CSS pixels. */
const PHONE_PX = 272;
const TIGHT_PX = 264;
const WALL_PX = 400;

const MINUTE_MS = 60_000;

export type LiveCodeProps = {
  readonly code: Exclude<PresenceNow, { readonly at: 'over' }>;
  /** Who scans it, and with what. */
  readonly about: string;
  /** What the picture is, for those who do not see it. */
  readonly label: string;
  /** More stands above and below it on a phone. */
  readonly isTight?: boolean;
};

/** The code that people scan, the letters for those who cannot, and how long it stands. */
export function LiveCode({ code, about, label, isTight = false }: LiveCodeProps) {
  const isWide = useWideWindow();
  const minutes = Math.floor(code.lastsMs / MINUTE_MS);
  return (
    <View className={at(isTight && 'tight')}>
      <View className={at('about')}>{about}</View>
      <QrCode text={code.code} label={label} sizePx={isWide ? WALL_PX : isTight ? TIGHT_PX : PHONE_PX} />
      <Part className={at('track')} unspoken>
        <View className={at('left')} style={{ width: `${Math.round(code.share * 100)}%` }} />
      </Part>
      <View className={at('changes')}>{liveCodeWords.changes(code.secondsLeft)}</View>
      <View className={at('lettersAbout')}>{liveCodeWords.letters}</View>
      <View className={at('letters', !isWide && 'narrow')}>{lettersShown(code.code)}</View>
      {code.isRunningOut ? (
        <Notice tone="warn">{minutes < 1 ? liveCodeWords.offlineSoon : liveCodeWords.offline(minutes)}</Notice>
      ) : null}
    </View>
  );
}
