import type { ShiftSummary } from '@contract/duty-shift';
import { View } from '@tarojs/components';
import { Part, Press } from '@/platform/elements';
import { go } from '@/routes';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import type { StateWords } from './duty-words';
import styles from './shift-card.module.scss';
import { whenOf } from './shift-words';
import { When } from './when';

const at = classes(styles);

export type ShiftCardProps = {
  readonly shift: ShiftSummary;
  readonly now: number;
  /** How things stand, each in a few words. */
  readonly tags: readonly StateWords[];
  /** What else to know: the roles, why not. */
  readonly lines?: readonly string[];
};

/** One shift of a list: when first, then where. */
export function ShiftCard({ shift, now, tags, lines = [] }: ShiftCardProps) {
  const { shiftId, title, stationName } = shift;
  const when = whenOf(shift, now);
  const where = `${stationName} · ${title}`;
  const said = [when, where, ...tags.map(({ text }) => text), ...lines].join('，');
  return (
    <Part role="listitem">
      <Press className={at('card')} label={said} onPress={() => go('shift', { id: shiftId })}>
        <View className={at('when')}>
          <When shift={shift} now={now} />
        </View>
        <View className={at('where')}>{stationName}</View>
        <View className={at('where')}>{title}</View>
        {lines.map((line) => (
          <View key={line} className={at('line')}>
            {line}
          </View>
        ))}
        {tags.length === 0 ? null : (
          <View className={at('tags')}>
            {tags.map(({ text, tone }) => (
              <Tag key={text} tone={tone}>
                {text}
              </Tag>
            ))}
          </View>
        )}
      </Press>
    </Part>
  );
}
