import type { UnionId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { UnionFinder } from '@/union-finder/union-finder';
import { useUnionSearch } from '@/union-finder/use-union-search';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { fieldNames } from './form-names';
import styles from './form.module.scss';

const at = classes(styles);
const words = formText.station;

export type UnionFieldProps = {
  readonly editing: TermsEditing;
  readonly stationUnion: { readonly unionId: UnionId | null; readonly name: string } | null;
};

/** In whose name: the station's union, unless somebody chooses another. */
export function UnionField({ editing: { draft, problems, onChange }, stationUnion }: UnionFieldProps) {
  const [searching, setSearching] = useState(false);
  const [chosen, setChosen] = useState<{ readonly unionId: UnionId; readonly name: string } | null>(null);
  const search = useUnionSearch(searching);
  const { unionId } = draft;
  const name = [chosen, stationUnion].find((union) => union?.unionId === unionId)?.name;
  if (searching) {
    return (
      <UnionFinder
        label={fieldNames.unionId}
        problem={problems['unionId']}
        search={search}
        onChoose={(union) => {
          setChosen(union);
          setSearching(false);
          onChange({ unionId: union.unionId });
        }}
      />
    );
  }
  return (
    <Field label={fieldNames.unionId} hint={words.unionHint} problem={problems['unionId']}>
      <View className={at('chosen')}>{name ?? unionId ?? formText.nothing}</View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={() => setSearching(true)}>
          {words.unionChange}
        </Button>
      </View>
    </Field>
  );
}
