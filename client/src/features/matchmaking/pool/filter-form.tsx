import { genders, interests } from '@contract/match-kind';
import { View } from '@tarojs/components';
import { useState } from 'react';
import styles from '../../duty/head.module.scss';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { classes } from '@/ui/classes';
import { FormSection } from '@/ui/form-section';
import { PickField } from '@/ui/pick-field';
import { TextField } from '@/ui/text-field';
import { genderNames, interestNames } from '../match-words';
import type { PoolDraft, PoolFilters, PoolProblems } from './filters';
import { areFilters, everybody, filtersText, readFilters } from './filters';
import { poolPhrases as words } from './pool-copy';

const at = classes(styles);
const ages = ['ageFrom', 'ageUpTo'] as const;

/** What to look for. It is asked at a press and not while one types: each list is written down for those who are on it. */
export function FilterForm({ onFind }: { readonly onFind: (filters: PoolFilters) => void }) {
  const [draft, setDraft] = useState<PoolDraft>(everybody);
  const [problems, setProblems] = useState<PoolProblems>({});
  const change = (part: Partial<PoolDraft>) => {
    setProblems({});
    setDraft({ ...draft, ...part });
  };
  const onPress = () => {
    const read = readFilters(draft);
    setProblems(areFilters(read) ? {} : read);
    if (areFilters(read)) onFind(read);
  };
  return (
    <FormSection
      title={words.filters}
      summary={filtersText(draft)}
      fields={ages}
      problems={problems}
      startsOpen={false}
    >
      <TextField
        label={words.text}
        hint={words.textHint}
        optional
        maxLength={20}
        value={draft.text}
        onChange={(text) => change({ text })}
      />
      <PickField
        label={words.gender}
        placeholder={words.anyGender}
        options={[
          { value: 'any' as const, label: words.anyGender },
          ...genders.map((value) => ({ value, label: genderNames[value] })),
        ]}
        value={draft.gender}
        onChange={(gender) => change({ gender })}
      />
      <View className={at('pair')}>
        {ages.map((end) => (
          <View key={end} className={at('half')}>
            <TextField
              label={words[end]}
              kind="digits"
              maxLength={2}
              value={draft[end]}
              problem={problems[end]}
              onChange={(typed) => change({ [end]: typed })}
            />
          </View>
        ))}
      </View>
      <Chips
        label={words.interests}
        problem={problems.interests}
        options={interests.map((value) => ({ value, label: interestNames[value] }))}
        values={draft.interests}
        onChange={(chosen) => change({ interests: chosen })}
      />
      <View className={at('action')}>
        <Button onPress={onPress}>{words.find}</Button>
      </View>
    </FormSection>
  );
}
