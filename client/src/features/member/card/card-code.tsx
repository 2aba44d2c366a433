import { View } from '@tarojs/components';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { QrCode } from '@/ui/qr-code';
import { cardWords } from '../card-copy';
import styles from './card-code.module.scss';
import type { CardInHand } from './use-card';

const at = classes(styles);

/** The code and how long it is still good; covered once it is not. */
export function CardCode({ code, hand }: { readonly code: string; readonly hand: CardInHand }) {
  const { age, secondsLeft, share, onReconnect } = hand;
  if (age === 'over') {
    return (
      <Part className={at('over')} role="status">
        <View className={at('title')}>{cardWords.over}</View>
        <View className={at('about')}>{cardWords.overAbout}</View>
        <Button onPress={onReconnect}>{cardWords.reconnect}</Button>
      </Part>
    );
  }
  return (
    <View className={at('code')}>
      <QrCode text={code} label={cardWords.qr} sizePx={248} />
      <View className={at('track')}>
        <View className={at('left', age === 'offline' && 'warn')} style={{ width: `${Math.round(share * 100)}%` }} />
      </View>
      <View className={at('words', age === 'offline' && 'warning')}>
        {age === 'offline' ? cardWords.offline(secondsLeft) : cardWords.renews(secondsLeft)}
      </View>
    </View>
  );
}
