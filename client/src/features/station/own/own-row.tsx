import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { categoryName, signWords } from '../offer-words';
import { statusWords } from '../status-words';
import type { OwnStation } from './concerns';
import { concernsOf } from './concerns';
import styles from './own-row.module.scss';

const at = classes(styles);

/** One station of one's own: is it open, and does anything wait. */
export function OwnRow({ station, onOpen }: { readonly station: OwnStation; readonly onOpen: () => void }) {
  const { name, signNo, street, category, status } = station;
  const now = Date.now();
  const { short, reason, tone } = statusWords(status, now);
  const concerns = concernsOf(station, now);
  const sign = signWords(signNo);
  const about = [street, categoryName(category)].filter(Boolean).join('，');
  const state = [short, reason].filter(Boolean).join('，');
  return (
    <Part className={at('item')} role="listitem">
      <Press
        className={at('row')}
        label={[name, sign, state, ...concerns.map(({ text }) => text), about].filter(Boolean).join('，')}
        onPress={onOpen}
      >
        <View className={at('head')}>
          <View className={at('name')}>{name}</View>
          {sign === null ? null : <Tag tone="good">{sign}</Tag>}
        </View>
        <View className={at('status', tone)}>{state}</View>
        <View className={at('about')}>{about}</View>
        {concerns.length === 0 ? null : (
          <View className={at('tags')}>
            {concerns.map((concern) => (
              <Tag key={concern.text} tone={concern.tone}>
                {concern.text}
              </Tag>
            ))}
          </View>
        )}
      </Press>
    </Part>
  );
}
