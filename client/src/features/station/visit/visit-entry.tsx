import { View } from '@tarojs/components';
import { useState } from 'react';
import { canScan } from '@/platform/device';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Panel } from '@/ui/panel';
import { TextField } from '@/ui/text-field';
import { shownCode } from './shown-code';
import { visitWords } from './visit-copy';
import styles from './visit.module.scss';

const at = classes(styles);

export type VisitEntryProps = {
  readonly onScan: () => void;
  /** What was typed, right or wrong: it stays in the field. */
  readonly letters: string;
  readonly onType: (letters: string) => void;
  readonly onLetters: (code: string) => void;
  /** Only where it is known which station one means. */
  readonly onHere: (() => void) | null;
};

/** How one says that one is here: scanning where the phone can, letters everywhere, the phone's place as a way out. */
export function VisitEntry({ onScan, letters, onType, onLetters, onHere }: VisitEntryProps) {
  const [problem, setProblem] = useState<string>();
  const onCheckIn = () => {
    const code = shownCode(letters);
    if (code === null) setProblem(visitWords.lettersMissing);
    else onLetters(code);
  };
  return (
    <Panel>
      <View className={at('free')}>{visitWords.free}</View>
      <View className={at('about')}>{visitWords.about}</View>
      {canScan ? (
        <View className={at('button')}>
          <Button onPress={onScan}>{visitWords.scan}</Button>
        </View>
      ) : null}
      <TextField
        label={canScan ? visitWords.lettersTyping : visitWords.letters}
        hint={visitWords.lettersHint}
        maxLength={100}
        value={letters}
        problem={problem}
        onChange={(typed) => {
          onType(typed);
          setProblem(undefined);
        }}
      />
      <View className={at('button')}>
        <Button kind={canScan ? 'secondary' : 'primary'} onPress={onCheckIn}>
          {visitWords.checkIn}
        </Button>
      </View>
      {onHere === null ? null : (
        <View className={at('button')}>
          <Button kind="secondary" onPress={onHere}>
            {visitWords.here}
          </Button>
          <View className={at('about')}>{visitWords.hereAbout}</View>
        </View>
      )}
    </Panel>
  );
}
