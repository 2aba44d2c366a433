import { View } from '@tarojs/components';
import { useState } from 'react';
import { Choices } from '@/ui/choices';
import { TextArea } from '@/ui/text-area';
import { unionWords } from '../enrol-copy';

const OTHER = 'other';
const options = [
  ...unionWords.reasons.map((reason) => ({ value: reason, label: reason })),
  { value: OTHER, label: unionWords.reasonOther },
];
const isReady = (reason: string): boolean => unionWords.reasons.some((ready) => ready === reason);

export type UnionReasonProps = {
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly problem: string | undefined;
};

/** Why another union: a tap for the usual reasons, one's own words for the rest. */
export function UnionReason({ value, onChange, problem }: UnionReasonProps) {
  const [picked, setPicked] = useState<string | null>(() => (value === '' ? null : isReady(value) ? value : OTHER));
  const onPick = (option: string) => {
    setPicked(option);
    onChange(option === OTHER ? '' : option);
  };
  return (
    <View>
      <Choices
        label={unionWords.reasonLabel}
        hint={unionWords.reasonHint}
        options={options}
        value={picked}
        problem={picked === OTHER ? undefined : problem}
        onChange={onPick}
      />
      {picked === OTHER ? (
        <TextArea label={unionWords.reasonOwn} value={value} maxLength={200} problem={problem} onChange={onChange} />
      ) : null}
    </View>
  );
}
