import type { UnionId } from '@contract/ids';
import type { DaySlot } from '@contract/match-sitting';
import type { ShanghaiDay } from '@contract/time';
import { View } from '@tarojs/components';
import styles from '../../duty/head.module.scss';
import { Part } from '@/platform/elements';
import { go } from '@/routes';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Tag } from '@/ui/tag';
import { useSay } from '@/ui/toast';
import { useDeed } from '@/use-deed';
import { slotStateWords } from '../match-states';
import { calledText } from '../match-words';
import { markRefusals, sittingPhrases as words } from './sitting-copy';

const at = classes(styles);

export type SlotEntryProps = {
  readonly studioId: UnionId;
  readonly day: ShanghaiDay;
  readonly slot: DaySlot;
  readonly now: number;
  readonly onMarked: () => Promise<void>;
};

/** One table at one time: who comes, and once it has begun whether they came. */
export function SlotEntry({ studioId, day, slot, now, onMarked }: SlotEntryProps) {
  const { slotId, startsAt, table, state, who, profileId } = slot;
  const { step, run } = useDeed('matchmaking.markSitting', markRefusals);
  const say = useSay();
  const { text, tone } = slotStateWords[state];
  const name = calledText(who);
  const outcomes = state === 'booked' ? (['came', 'missed'] as const) : (['booked'] as const);
  const onMark = async (outcome: (typeof outcomes)[number]) => {
    const after = await run({ studioId, day, slotId, outcome });
    if (after.at === 'done') say(words.marked);
    if (after.at === 'done' || after.at === 'refused') await onMarked();
  };
  return (
    <Part className={at('half')} role="listitem">
      <View className={at('row')}>
        <View className={at('words')}>
          <View className={at('line')}>{words.table(table)}</View>
          <View className={at('name')}>{name}</View>
          <View className={at('tags')}>
            <Tag tone={tone}>{text}</Tag>
          </View>
        </View>
        {profileId === null ? null : (
          <View className={at('side')}>
            <Button
              kind="secondary"
              label={words.lookOf(name)}
              onPress={() => go('person', { id: profileId, studio: studioId })}
            >
              {words.look}
            </Button>
          </View>
        )}
      </View>
      <DeedNotice step={step} />
      <View className={at('acts')}>
        {startsAt > now
          ? null
          : outcomes.map((outcome) => {
              const deed = outcome === 'booked' ? words.undo : words[outcome];
              return (
                <View key={outcome} className={at('act')}>
                  <Button
                    kind={outcome === 'came' ? 'primary' : outcome === 'missed' ? 'secondary' : 'quiet'}
                    busy={step.at === 'sending'}
                    label={words.markOf(name, deed)}
                    onPress={() => void onMark(outcome)}
                  >
                    {deed}
                  </Button>
                </View>
              );
            })}
      </View>
    </Part>
  );
}
