import type { Occupation } from '@contract/occupation';
import { occupations } from '@contract/occupation';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Choices } from '@/ui/choices';
import { classes } from '@/ui/classes';
import { fieldWords, workWords } from '../enrol-copy';
import styles from './work-step.module.scss';

const at = classes(styles);

/** So many are shown at once: the list begins with the groups that are largest. */
const COMMON = 5;

export type OccupationChoicesProps = {
  readonly value: Occupation | null;
  readonly onChange: (occupation: Occupation) => void;
  readonly problem: string | undefined;
};

/** The common ones first; the rest behind a button, open when one of them is chosen. */
export function OccupationChoices({ value, onChange, problem }: OccupationChoicesProps) {
  const [open, setOpen] = useState(false);
  const chosenAt = occupations.findIndex(({ code }) => code === value);
  const all = open || chosenAt >= COMMON;
  const options = occupations
    .slice(0, all ? undefined : COMMON)
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <View>
      <Choices
        label={fieldWords.occupation.label}
        hint={workWords.occupationHint}
        problem={problem}
        options={options}
        value={value}
        onChange={onChange}
      />
      {all ? null : (
        <View className={at('toggle')}>
          <Button kind="secondary" onPress={() => setOpen(true)}>
            {workWords.more}
          </Button>
        </View>
      )}
    </View>
  );
}
