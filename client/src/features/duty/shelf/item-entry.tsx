import type { ShelfLine } from '@contract/duty-tap';
import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fullDayText } from '@/calendar-words';
import { dayOf } from '@/features/event/event-time';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import type { StateWords } from '../duty-words';
import styles from '../head.module.scss';
import { DeliveryForm } from './delivery-form';
import { shelfPhrases } from './shelf-copy';

const at = classes(styles);
const words = shelfPhrases;

/** The last day that is printed is still good. */
function itemState({ quantity, atLeast, expiresOn }: ShelfLine, now: number): StateWords {
  if (quantity > 0 && expiresOn !== null && expiresOn < dayOf(now)) return { text: words.expired, tone: 'danger' };
  return quantity < atLeast ? { text: words.short, tone: 'warn' } : { text: words.good, tone: 'good' };
}

export type ItemEntryProps = {
  readonly stationId: StationId;
  readonly item: ShelfLine;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
};

/** One thing: how much there is, whether that is enough, and a way to write down that more came. */
export function ItemEntry({ stationId, item, now, onChanged }: ItemEntryProps) {
  const [isOpen, setOpen] = useState(false);
  const { name, unit, quantity, atLeast, expiresOn } = item;
  const { text, tone } = itemState(item, now);
  const said = [words.quantity(quantity, unit), atLeast === 0 ? null : words.atLeast(atLeast, unit)];
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('row')}>
        <View className={at('words')}>
          <View className={at('name')}>{name}</View>
          <View className={at('line')}>{said.filter(Boolean).join('，')}</View>
          {expiresOn === null ? null : <View className={at('about')}>{words.expires(fullDayText(expiresOn))}</View>}
          <View className={at('tags')}>
            <Tag tone={tone}>{text}</Tag>
          </View>
        </View>
        {isOpen ? null : (
          <View className={at('side')}>
            <Button kind="secondary" label={words.arrivedOf(name)} onPress={() => setOpen(true)}>
              {words.arrived}
            </Button>
          </View>
        )}
      </View>
      {isOpen ? (
        <DeliveryForm
          stationId={stationId}
          item={item}
          onBack={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            void onChanged();
          }}
        />
      ) : null}
    </Part>
  );
}
