import type { EventId, Lot } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { DeedNotice } from '@/ui/deed-notice';
import { Facts } from '@/ui/facts';
import { TextField } from '@/ui/text-field';
import type { FormField } from '@contract/event-form';
import { answerLines } from './answer-lines';
import { registrantsText } from './registrants-copy';
import styles from './registrants.module.scss';
import type { Reveal } from './use-reveal';
import { useReveal } from './use-reveal';

const at = classes(styles);
const text = registrantsText;

export type RevealPanelProps = {
  readonly eventId: EventId;
  readonly lot: Lot;
  readonly maskedName: string;
  readonly questions: readonly FormField[];
};

/** Masked, until somebody says what for. */
export function RevealPanel({ eventId, lot, maskedName, questions }: RevealPanelProps) {
  const reveal = useReveal(eventId, lot);
  const [choosing, setChoosing] = useState(false);
  const { shown, onHide } = reveal;
  if (shown !== null) {
    const children = shown.children.map(({ name, age }, nth) => ({
      label: text.child(nth + 1),
      value: name === null || age === null ? text.gone : text.childLine(name, text.age(age)),
    }));
    return (
      <View className={at('shown')}>
        <Facts
          items={[
            { label: text.name, value: shown.name ?? text.gone },
            ...children,
            ...answerLines(shown.answers, questions),
          ]}
        />
        <View className={at('about')}>{text.hides}</View>
        <View className={at('action')}>
          <Button
            kind="secondary"
            onPress={() => {
              setChoosing(false);
              onHide();
            }}
          >
            {text.hide}
          </Button>
        </View>
      </View>
    );
  }
  if (choosing) return <PurposeForm reveal={reveal} onClose={() => setChoosing(false)} />;
  return (
    <View className={at('action')}>
      <Button kind="secondary" label={`${text.open}：${maskedName}`} onPress={() => setChoosing(true)}>
        {text.open}
      </Button>
    </View>
  );
}

function PurposeForm({
  reveal: { step, onReveal },
  onClose,
}: {
  readonly reveal: Reveal;
  readonly onClose: () => void;
}) {
  const [purpose, setPurpose] = useState('');
  const [pressed, setPressed] = useState(false);
  const isShort = purpose.trim().length < 2;
  return (
    <View>
      <TextField
        label={text.purpose}
        hint={text.purposeHint}
        maxLength={200}
        value={purpose}
        problem={pressed && isShort ? text.purposeMissing : undefined}
        onChange={setPurpose}
      />
      <DeedNotice step={step} />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button
            busy={step.at === 'sending'}
            onPress={() => {
              setPressed(true);
              if (!isShort) onReveal(purpose.trim());
            }}
          >
            {text.reveal}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={onClose}>
            {text.stay}
          </Button>
        </View>
      </View>
    </View>
  );
}
