import { View } from '@tarojs/components';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { LiveCode } from './live-code';
import { presenceWords } from './presence-copy';
import type { PresenceNow } from './presence-now';
import styles from './presence.module.scss';

const at = classes(styles);

export type PresenceBoardProps = {
  readonly name: string;
  readonly shown: PresenceNow;
  readonly onAgain: () => void;
};

/** A station's own code, to be scanned by whoever comes; or that there is none any more. */
export function PresenceBoard({ name, shown, onAgain }: PresenceBoardProps) {
  if (shown.at === 'over') {
    return (
      <Empty
        title={presenceWords.over}
        about={presenceWords.overAbout}
        action={{ label: presenceWords.again, onPress: onAgain }}
      />
    );
  }
  return (
    <View className={at('board')}>
      <Heading level={2} className={at('station')}>
        {name}
      </Heading>
      <LiveCode code={shown} about={presenceWords.about} label={presenceWords.qr} />
    </View>
  );
}
