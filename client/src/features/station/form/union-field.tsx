import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { UnionFinder } from '@/union-finder/union-finder';
import { useUnionSearch } from '@/union-finder/use-union-search';
import { fieldNames, formText } from './form-copy';
import styles from './form.module.scss';
import type { Editing } from './use-station-form';

const at = classes(styles);
const words = formText.union;

/** The union that keeps the station; looked up by a few letters. */
export function UnionField({ editing, savedName }: { readonly editing: Editing; readonly savedName: string | null }) {
  const { draft, problems, onChange } = editing;
  const [chosenName, setChosenName] = useState<string | null>(null);
  const [searching, setSearching] = useState(draft.unionId === null);
  const search = useUnionSearch(searching);
  if (searching) {
    return (
      <UnionFinder
        label={fieldNames.unionId}
        problem={problems['unionId']}
        search={search}
        onChoose={({ unionId, name }) => {
          setChosenName(name);
          setSearching(false);
          onChange({ unionId });
        }}
      />
    );
  }
  return (
    <Field label={fieldNames.unionId} hint={formText.hints.union} problem={problems['unionId']}>
      <View>{chosenName ?? savedName ?? draft.unionId}</View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={() => setSearching(true)}>
          {words.change}
        </Button>
      </View>
    </Field>
  );
}
