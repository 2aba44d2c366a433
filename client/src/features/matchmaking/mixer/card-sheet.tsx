import type { MixerView } from '@contract/match-mixer';
import { View } from '@tarojs/components';
import { momentOf } from '@/features/event/event-time';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Panel } from '@/ui/panel';
import { Screen } from '@/ui/screen';
import styles from '../match.module.scss';
import { BadgeDeeds } from './badge-deeds';
import { mixerText as text } from './mixer-copy';
import { OwnNumber } from './own-number';
import { useChoices } from './use-choices';

const at = classes(styles);

export type CardSheetProps = {
  readonly mixer: MixerView;
  readonly number: number;
  readonly until: number;
  readonly now: number;
  readonly onChanged: () => Promise<void>;
  readonly onOtherWords: () => void;
};

/** The card of choices, while it can be changed. */
export function CardSheet({ mixer, number, until, now, onChanged, onOtherWords }: CardSheetProps) {
  const { step, numbers, problem, isChanged, onChange, onSave } = useChoices(mixer, onChanged);
  const footer = (
    <Button busy={step.at === 'sending'} disabled={!isChanged} onPress={() => void onSave()}>
      {isChanged
        ? numbers.length === 0
          ? text.saveEmpty
          : text.save
        : numbers.length === 0
          ? text.nothingChosen
          : text.asSaved}
    </Button>
  );
  return (
    <Screen title={text.title} footer={mixer.others.length === 0 ? undefined : footer}>
      <OwnNumber title={mixer.title} number={number} />
      <Panel title={text.card}>
        <View className={at('text')}>{text.cardAbout}</View>
        <View className={at('about')}>{text.until(momentOf(until, now))}</View>
        {mixer.others.length === 0 ? (
          <View className={at('gap')}>{text.nobody}</View>
        ) : (
          <View className={at('gap')}>
            <Chips
              label={text.choose}
              problem={problem}
              options={mixer.others.map((other) => ({
                value: other.number,
                label: text.choice(other.number, other.calledName),
              }))}
              values={numbers}
              onChange={onChange}
            />
          </View>
        )}
        <DeedNotice step={step} />
      </Panel>
      <BadgeDeeds mixer={mixer} onChange={onOtherWords} />
    </Screen>
  );
}
