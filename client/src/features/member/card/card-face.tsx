import type { CardView } from '@contract/membership';
import { View } from '@tarojs/components';
import { fullDayOf } from '@/calendar-words';
import { Heading } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Facts } from '@/ui/facts';
import { Tag } from '@/ui/tag';
import { cardStateWords, cardWords } from '../card-copy';
import { CardCode } from './card-code';
import styles from './card-face.module.scss';
import type { CardInHand } from './use-card';

const at = classes(styles);

/** `2026 0123 4567`: read aloud in threes of four. */
export const grouped = (cardNumber: string): string => cardNumber.replace(/(\d{4})(?=\d)/g, '$1 ');

export type CardFaceProps = { readonly card: CardView; readonly hand: CardInHand };

/** The card as it is held out: large enough to be read at arm's length in the sun. */
export function CardFace({ card, hand }: CardFaceProps) {
  const { state, name, unionName, cardNumber, since, code } = card;
  const { tag, tone, about } = cardStateWords[state];
  return (
    <View className={at('card', code === null && 'dim')}>
      <View className={at('band')}>
        <View>{cardWords.kind}</View>
        <Tag tone={tone}>{tag}</Tag>
      </View>
      <View className={at('body')}>
        <Heading level={2} className={at('name')}>
          {name}
        </Heading>
        <View className={at('union')}>{unionName}</View>
        {code === null ? null : <CardCode code={code} hand={hand} />}
        <View className={at('about')}>{about}</View>
        <Facts
          items={[
            ...(cardNumber === null ? [] : [{ label: cardWords.number, value: grouped(cardNumber) }]),
            ...(since === null ? [] : [{ label: cardWords.since, value: fullDayOf(since) }]),
          ]}
        />
      </View>
    </View>
  );
}
