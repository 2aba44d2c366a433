import type { CardView } from '@contract/membership';
import { View } from '@tarojs/components';
import { canScan, copyText } from '@/platform/device';
import { Button } from '@/ui/button';
import { useSay } from '@/ui/toast';
import { classes } from '@/ui/classes';
import { cardWords } from '../card-copy';
import styles from './card-notes.module.scss';
import { CardWayOn } from './card-way-on';
import type { CodeAge } from './use-card';

const at = classes(styles);

/** Between two browsers nobody can scan: the text of the code does what its picture does, once and as briefly. */
function CopyCode({ code }: { readonly code: string }) {
  const say = useSay();
  const onCopy = async () => say((await copyText(code)) ? cardWords.copied : cardWords.notCopied);
  return (
    <View className={at('way')}>
      <Button kind="quiet" onPress={() => void onCopy()}>
        {cardWords.copy}
      </Button>
    </View>
  );
}

/** Below the card: what keeps it safe, and the way on from here. */
export function CardNotes({ card, age }: { readonly card: CardView; readonly age: CodeAge }) {
  return (
    <View>
      {card.code === null ? null : <View className={at('keep')}>{cardWords.keep}</View>}
      {card.code === null || canScan || age === 'over' ? null : <CopyCode code={card.code} />}
      <View className={at('way')}>
        <CardWayOn state={card.state} />
      </View>
    </View>
  );
}
