import type { BoardPlace } from '@contract/duty-board';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Tag } from '@/ui/tag';
import { roleName } from '../duty-words';
import styles from '../head.module.scss';
import { ReasonForm } from '../reason-form';
import { boardPhrases } from './board-copy';
import { cameWords, placeState } from './board-words';
import type { BoardDeeds } from './use-board-deeds';

const at = classes(styles);
const words = boardPhrases;

export type PlaceEntryProps = {
  readonly place: BoardPlace;
  /** The shift may still be changed. */
  readonly isOpen: boolean;
  readonly deeds: BoardDeeds;
};

/** Somebody on a shift: how it stands, when they came, what they said; and a way to take them off. */
export function PlaceEntry({ place, isOpen, deeds }: PlaceEntryProps) {
  const [isTakingOff, setTakingOff] = useState(false);
  const { name, number, role, state, excuse } = place;
  const { text, tone } = placeState(place);
  const came = cameWords(place);
  return (
    <Part className={at('entry')} role="listitem">
      <View className={at('row')}>
        <View className={at('words')}>
          <View className={at('name')}>{`${name} · ${roleName(role)}`}</View>
          <View className={at('tags')}>
            <Tag tone={tone}>{text}</Tag>
          </View>
          {came === null ? null : <View className={at('line')}>{came}</View>}
          {excuse === null ? null : <View className={at('line')}>{words.excuse(excuse)}</View>}
        </View>
        {isOpen && state === 'held' && !isTakingOff ? (
          <View className={at('side')}>
            {place.isLate ? (
              <Button
                kind="quiet"
                label={words.missOf(name)}
                busy={deeds.marking.at === 'sending'}
                onPress={() => void deeds.onMissed(number, name)}
              >
                {words.miss}
              </Button>
            ) : null}
            <Button kind="quiet" label={words.takeOffOf(name)} onPress={() => setTakingOff(true)}>
              {words.takeOff}
            </Button>
          </View>
        ) : null}
      </View>
      {isTakingOff ? (
        <ReasonForm
          hint={words.takeOffHint}
          send={words.takeOffOf(name)}
          busy={deeds.unassigning.at === 'sending'}
          onSend={(reason) => void deeds.onTakeOff(number, reason)}
          onBack={() => setTakingOff(false)}
        />
      ) : null}
    </Part>
  );
}
