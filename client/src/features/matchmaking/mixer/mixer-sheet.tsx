import type { MixerView } from '@contract/match-mixer';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toTop } from '@/platform/to-top';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Empty } from '@/ui/empty';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import styles from '../match.module.scss';
import { BadgeDeeds } from './badge-deeds';
import { BadgeSheet } from './badge-sheet';
import { CardSheet } from './card-sheet';
import { mixerText as text } from './mixer-copy';
import { OwnNumber } from './own-number';
import { ToldPanel } from './told-panel';

const at = classes(styles);

export type MixerSheetProps = {
  readonly mixer: MixerView;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
};

/** A mixer as one of its guests goes through it: a number, the card, what was mutual. */
export function MixerSheet({ mixer, now, onChanged }: MixerSheetProps) {
  const [isChanging, setChanging] = useState(false);
  const { number, state, choosesUntil, mayTakeBadge } = mixer;
  const onLook = () => void onChanged();
  const change = (changing: boolean) => {
    setChanging(changing);
    toTop();
  };
  const onDone = async () => {
    await onChanged();
    change(false);
  };
  if (number === null) {
    return mayTakeBadge ? <BadgeSheet mixer={mixer} onDone={onDone} /> : <NoBadge {...{ mixer, now, onLook }} />;
  }
  if (isChanging && mayTakeBadge) return <BadgeSheet mixer={mixer} onDone={onDone} onBack={() => change(false)} />;
  const onOtherWords = () => change(true);
  if (state === 'choosing' && choosesUntil !== null && now < choosesUntil) {
    return <CardSheet {...{ mixer, number, until: choosesUntil, now, onChanged, onOtherWords }} />;
  }
  return (
    <Screen title={text.title}>
      {state === 'told' ? <ToldPanel mutual={mixer.mutual} /> : null}
      <OwnNumber title={mixer.title} number={number} isOver={state === 'told'} />
      {state === 'told' ? null : <Waiting isCounting={state === 'choosing'} onLook={onLook} />}
      <BadgeDeeds mixer={mixer} onChange={onOtherWords} />
    </Screen>
  );
}

/** Nothing to be done: before cards can be filled in, and while what is mutual is looked for. */
const Waiting = ({ isCounting, onLook }: { readonly isCounting: boolean; readonly onLook: () => void }) => (
  <Panel title={isCounting ? text.countingTitle : text.waitTitle}>
    <View className={at('text')}>{isCounting ? text.countingText : text.waitText}</View>
    <View className={at('gap')}>
      <Button kind="secondary" onPress={onLook}>
        {text.look}
      </Button>
    </View>
  </Panel>
);

type NoBadgeProps = Pick<MixerSheetProps, 'mixer' | 'now'> & { readonly onLook: () => void };

/** Numbers are for those who came: they check in first, or it is too late. */
function NoBadge({ mixer: { state, endsAt, choosesUntil }, now, onLook }: NoBadgeProps) {
  const isOver = state === 'told' || now >= (choosesUntil ?? endsAt);
  return (
    <Screen title={text.title}>
      {isOver ? (
        <Empty title={text.over} about={text.overAbout} />
      ) : (
        <Empty title={text.checkInFirst} about={text.checkInAbout} action={{ label: text.look, onPress: onLook }} />
      )}
    </Screen>
  );
}
