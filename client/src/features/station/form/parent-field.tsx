import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { useQuestion } from '@/use-question';
import { fieldNames, formText } from './form-copy';
import styles from './form.module.scss';
import type { Editing } from './use-station-form';

const at = classes(styles);
const words = formText.parent;

/** How long the fingers rest before the search begins. Milliseconds. */
const REST_MS = 350;

/** The station of the tier above; looked up by its name. */
export function ParentField({ editing, tier }: { readonly editing: Editing; readonly tier: number }) {
  const { draft, problems, onChange } = editing;
  const [searching, setSearching] = useState(false);
  const { parentId } = draft;
  const { question } = useQuestion('station.show', parentId === null ? null : { stationId: parentId, code: null }, {
    'station-not-found': words.empty,
    'code-unreadable': words.empty,
  });
  const name = parentId === null ? words.none : question.at === 'loaded' ? question.value.name : parentId;
  return (
    <View>
      <Field label={fieldNames.parentId} problem={problems['parentId']} optional>
        <View>{name}</View>
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => setSearching(!searching)}>
            {words.choose}
          </Button>
        </View>
        {parentId === null ? null : (
          <View className={at('action')}>
            <Button kind="quiet" onPress={() => onChange({ parentId: null })}>
              {words.drop}
            </Button>
          </View>
        )}
      </Field>
      {searching ? (
        <Search
          tier={tier}
          onChoose={(stationId) => {
            setSearching(false);
            onChange({ parentId: stationId });
          }}
        />
      ) : null}
    </View>
  );
}

type SearchProps = {
  readonly tier: number;
  readonly onChoose: (stationId: NonNullable<Editing['draft']['parentId']>) => void;
};

function Search({ tier, onChoose }: SearchProps) {
  const [text, setText] = useState('');
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(text.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { question } = useQuestion('station.search', rested === '' ? null : { text: rested, from: null });
  return (
    <View>
      <TextField label={words.search} hint={formText.hints.parent} maxLength={30} value={text} onChange={setText} />
      {rested === '' ? null : (
        <Asked question={question}>
          {({ stations }) => {
            const fitting = stations.filter((station) => station.tier === tier);
            if (fitting.length === 0) return <View className={at('about')}>{words.empty}</View>;
            return (
              <Rows>
                {fitting.map(({ stationId, name, street }) => (
                  <Row key={stationId} title={name} about={street} onPress={() => onChoose(stationId)} />
                ))}
              </Rows>
            );
          }}
        </Asked>
      )}
    </View>
  );
}
