import type { CardView } from '@contract/membership';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { cardWords } from '../card-copy';
import styles from './card-notes.module.scss';
import { CardWayOn } from './card-way-on';

const at = classes(styles);

/** Below the card: what keeps it safe, and the way on from here. */
export function CardNotes({ card }: { readonly card: CardView }) {
  return (
    <View>
      {card.code === null ? null : <View className={at('keep')}>{cardWords.keep}</View>}
      <View className={at('way')}>
        <CardWayOn state={card.state} />
      </View>
    </View>
  );
}
