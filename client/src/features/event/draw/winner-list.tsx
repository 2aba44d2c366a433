import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { MoreButton } from '@/ui/more-button';
import styles from './draw.module.scss';
import { drawWords } from './draw-words';
import type { Ranked } from './recompute';

const at = classes(styles);

/** Numbers that are shown at a time. */
const SHOWN = 60;

/** Whom the draw gave a place, by number, the first drawn first. */
export function WinnerList({ order }: { readonly order: readonly Ranked[] }) {
  const [most, setMost] = useState(SHOWN);
  const winners = order.filter(({ won }) => won !== null);
  return (
    <View>
      <View className={at('label')}>
        {drawWords.winners}（{winners.length} 份）
      </View>
      <Part className={at('winners')} role="list" label={drawWords.winners}>
        {winners.slice(0, most).map(({ lot }) => (
          <Part key={lot} className={at('number')} role="listitem">
            {lot}
          </Part>
        ))}
      </Part>
      <MoreButton more={most < winners.length ? { at: 'more', load: () => setMost(most + SHOWN) } : { at: 'end' }} />
    </View>
  );
}
