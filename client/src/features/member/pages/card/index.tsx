import { View } from '@tarojs/components';
import { replaceWith } from '@/routes';
import { Asked } from '@/ui/asked';
import { Empty } from '@/ui/empty';
import { Screen } from '@/ui/screen';
import { CardFace } from '../../card/card-face';
import { CardNotes } from '../../card/card-notes';
import { useCard } from '../../card/use-card';
import { cardWords } from '../../card-copy';

export default function CardPage() {
  const hand = useCard();
  const { question } = hand;
  const hasNone = question.at === 'refused' && question.refusal === 'no-card';
  return (
    <Screen title={cardWords.title}>
      {hasNone ? (
        <Empty
          title={cardWords.none.title}
          about={cardWords.none.about}
          action={{ label: cardWords.none.button, onPress: () => replaceWith('enrol') }}
        />
      ) : (
        <Asked question={question} skeletonRows={4}>
          {(card) => (
            <View>
              <CardFace card={card} hand={hand} />
              <CardNotes card={card} age={hand.age} />
            </View>
          )}
        </Asked>
      )}
    </Screen>
  );
}
