import type { BoardShift } from '@contract/duty-board';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Part } from '@/platform/elements';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import styles from '../head.module.scss';
import { ReasonForm } from '../reason-form';
import { needWords } from '../shift-words';
import { AssignPanel } from './assign-panel';
import { boardPhrases } from './board-copy';
import { PlaceEntry } from './place-entry';
import { useBoardDeeds } from './use-board-deeds';

const at = classes(styles);
const words = boardPhrases;

export type ShiftDetailProps = {
  readonly shown: BoardShift;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
};

/** One shift of the board with everybody on it, and what the head may do about it. */
export function ShiftDetail({ shown, now, onChanged }: ShiftDetailProps) {
  const deeds = useBoardDeeds(shown, onChanged);
  const [doing, setDoing] = useState<'nothing' | 'assigning' | 'calling-off'>('nothing');
  const { shift, places, standby, note, visitors, gap } = shown;
  const isOpen = shift.state === 'planned' && now < shift.endsAt;
  const mayCallOff = shift.state === 'planned' && now < shift.startsAt;
  const done = () => setDoing('nothing');
  return (
    <View>
      <View className={at('about')}>{shift.needs.map(needWords).join('，')}</View>
      {places.length === 0 ? <View className={at('line')}>{words.nobody}</View> : null}
      <Part role="list">
        {places.map((place) => (
          <PlaceEntry key={place.number} place={place} isOpen={isOpen} deeds={deeds} />
        ))}
        {standby.map(({ number, name, isCalled }) => (
          <Part key={number} className={at('entry')} role="listitem">
            {[`${name} · ${words.standby}`, isCalled ? words.called : null].filter(Boolean).join('，')}
          </Part>
        ))}
      </Part>
      {note === null ? null : <View className={at('line')}>{words.note(note)}</View>}
      {visitors === 0 ? null : <View className={at('line')}>{words.visitors(visitors)}</View>}
      <DeedNotice step={deeds.unassigning} />
      <DeedNotice step={deeds.marking} />
      <DeedNotice step={deeds.callingOff} />
      {doing === 'assigning' ? <AssignPanel shown={shown} deeds={deeds} onDone={done} /> : null}
      {doing === 'calling-off' ? (
        <ReasonForm
          hint={words.callOffHint}
          send={words.callOffSend}
          danger
          busy={deeds.callingOff.at === 'sending'}
          onSend={(reason) => void deeds.onCallOff(reason).then((yes) => (yes ? done() : undefined))}
          onBack={done}
        />
      ) : null}
      {doing === 'nothing' && (gap !== null || mayCallOff) ? (
        <View className={at('acts')}>
          {gap === null ? null : (
            <View className={at('act')}>
              <Button onPress={() => setDoing('assigning')}>{words.assign}</Button>
            </View>
          )}
          {mayCallOff ? (
            <View className={at('act')}>
              <Button kind="secondary" onPress={() => setDoing('calling-off')}>
                {words.callOff}
              </Button>
            </View>
          ) : null}
        </View>
      ) : null}
    </View>
  );
}
