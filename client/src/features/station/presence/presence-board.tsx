import { View } from '@tarojs/components';
import { Heading, Part } from '@/platform/elements';
import { useWideWindow } from '@/platform/wide-window';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { QrCode } from '@/ui/qr-code';
import { lettersShown } from '../code-letters';
import type { PresenceNow } from './presence-now';
import { presenceWords } from './presence-copy';
import styles from './presence.module.scss';

const at = classes(styles);

/** Read from an arm's length off a phone, and from two steps off a screen on the wall. CSS pixels. */
const PHONE_PX = 272;
const WALL_PX = 400;

const MINUTE_MS = 60_000;

export type PresenceBoardProps = {
  readonly name: string;
  readonly shown: PresenceNow;
  readonly onAgain: () => void;
};

/** The code that people scan, the letters for those who cannot, and how long it stands. */
export function PresenceBoard({ name, shown, onAgain }: PresenceBoardProps) {
  const isWide = useWideWindow();
  if (shown.at === 'over') {
    return (
      <Empty
        title={presenceWords.over}
        about={presenceWords.overAbout}
        action={{ label: presenceWords.again, onPress: onAgain }}
      />
    );
  }
  const minutes = Math.floor(shown.lastsMs / MINUTE_MS);
  return (
    <View className={at('board')}>
      <Heading level={2} className={at('station')}>
        {name}
      </Heading>
      <View className={at('about')}>{presenceWords.about}</View>
      <QrCode text={shown.code} label={presenceWords.qr} sizePx={isWide ? WALL_PX : PHONE_PX} />
      <Part className={at('track')} unspoken>
        <View className={at('left')} style={{ width: `${Math.round(shown.share * 100)}%` }} />
      </Part>
      <View className={at('words')}>{presenceWords.changes(shown.secondsLeft)}</View>
      <View className={at('lettersAbout')}>{presenceWords.letters}</View>
      <View className={at('letters', !isWide && 'narrow')}>{lettersShown(shown.code)}</View>
      {shown.isRunningOut ? (
        <Notice tone="warn">{minutes < 1 ? presenceWords.offlineSoon : presenceWords.offline(minutes)}</Notice>
      ) : null}
    </View>
  );
}
