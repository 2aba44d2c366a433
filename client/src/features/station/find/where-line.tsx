import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { centredOn, findWords } from './find-copy';
import type { Anchor, Locating } from './use-finding';
import styles from './where-line.module.scss';

const at = classes(styles);

export type WhereLineProps = {
  readonly anchor: Anchor;
  readonly locating: Locating;
  readonly onLocate: () => void;
  readonly onPickStreet: () => void;
};

/** From where the distances are told, and the two ways to say it: the phone, asked at this tap, or a street. */
export function WhereLine({ anchor, locating, onLocate, onPickStreet }: WhereLineProps) {
  const isLong = locating === 'refused' || locating === 'unknown';
  return (
    <View className={at('where')}>
      <Part className={at('words', isLong && 'long')} live="polite">
        {isLong ? findWords[locating] : anchorWords(anchor)}
      </Part>
      <View className={at('ways')}>
        <Press className={at('way')} onPress={onLocate} disabled={locating === 'asking'}>
          {locating === 'asking' ? findWords.locating : findWords.nearMe}
        </Press>
        <Press className={at('way')} onPress={onPickStreet}>
          {anchor.by === 'street' ? findWords.otherStreet : findWords.pickStreet}
        </Press>
      </View>
    </View>
  );
}

function anchorWords(anchor: Anchor): string {
  if (anchor.by === 'here') return findWords.here;
  return anchor.by === 'street' ? centredOn(anchor.name) : findWords.byMap;
}
