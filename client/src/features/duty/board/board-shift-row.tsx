import type { BoardShift } from '@contract/duty-board';
import { View } from '@tarojs/components';
import { hoursOf } from '@/features/event/event-time';
import { Press } from '@/platform/elements';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import styles from './board.module.scss';
import { boardPhrases } from './board-copy';
import { placeState, shiftState } from './board-words';

const at = classes(styles);

export type BoardShiftRowProps = {
  readonly shown: BoardShift;
  readonly now: number;
  readonly isChosen: boolean;
  readonly onPress: () => void;
};

/** A shift in the week: when, what is missing, who comes. */
export function BoardShiftRow({ shown, now, isChosen, onPress }: BoardShiftRowProps) {
  const { shift, places } = shown;
  const state = shiftState(shown, now);
  const hours = hoursOf(shift.startsAt, shift.endsAt, now);
  const people = places.map((place) => {
    const { text, tone } = placeState(place);
    return { name: place.name, said: place.state === 'held' && !place.isLate ? null : text, tone };
  });
  const said = people.map(({ name, said: how }) => (how === null ? name : `${name}（${how}）`));
  return (
    <Press
      className={at('shift', isChosen && 'chosen')}
      label={[hours, shift.title, state.text, ...said].join('，')}
      onPress={onPress}
    >
      <View className={at('hours')}>{hours}</View>
      <View className={at('title')}>{shift.title}</View>
      <View className={at('tag')}>
        <Tag tone={state.tone}>{state.text}</Tag>
      </View>
      {said.length === 0 && shift.state === 'planned' ? (
        <View className={at('people')}>{boardPhrases.nobody}</View>
      ) : (
        said.map((line) => (
          <View key={line} className={at('people')}>
            {line}
          </View>
        ))
      )}
    </Press>
  );
}
