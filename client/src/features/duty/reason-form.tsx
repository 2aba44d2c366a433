import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { TextArea } from '@/ui/text-area';
import { headPhrases } from './head-words';
import styles from './head.module.scss';

const at = classes(styles);

export type ReasonFormProps = {
  readonly hint: string;
  /** What the button does. */
  readonly send: string;
  readonly danger?: boolean | undefined;
  readonly busy: boolean;
  /** Characters. */
  readonly maxLength?: number | undefined;
  readonly onSend: (reason: string) => void;
  readonly onBack: () => void;
};

/** Why, in a sentence that the one whom it concerns reads. */
export function ReasonForm({ hint, send, danger, busy, maxLength = 200, onSend, onBack }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const onPress = () => {
    const words = reason.trim();
    setProblem(words.length < 2 ? headPhrases.reasonMissing : undefined);
    if (words.length >= 2) onSend(words);
  };
  return (
    <View className={at('form')}>
      <TextArea
        label={headPhrases.reason}
        hint={hint}
        maxLength={maxLength}
        value={reason}
        problem={problem}
        onChange={(typed) => {
          setProblem(undefined);
          setReason(typed);
        }}
      />
      <View className={at('acts')}>
        <View className={at('act')}>
          <Button kind={danger === true ? 'danger' : 'primary'} busy={busy} onPress={onPress}>
            {send}
          </Button>
        </View>
        <View className={at('act')}>
          <Button kind="secondary" onPress={onBack}>
            {headPhrases.back}
          </Button>
        </View>
      </View>
    </View>
  );
}
