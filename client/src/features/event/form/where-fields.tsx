import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { showFormWords as stationWords } from '@/features/station/form/form-copy';
import { useOwnStations } from '@/features/station/own/use-own-stations';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { MoreButton } from '@/ui/more-button';
import { PickField } from '@/ui/pick-field';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import type { ValueFor } from '@/use-question';
import { useQuestion } from '@/use-question';
import type { TermsEditing } from './editing';
import { formText } from './form-copy';
import { fieldNames } from './form-names';
import styles from './form.module.scss';
import { UnionField } from './union-field';

const at = classes(styles);
const words = formText.station;
const noZone = 'none';

/** Which station, which of its rooms, in whose name. */
export function WhereFields({ editing }: { readonly editing: TermsEditing }) {
  const { draft, onChange } = editing;
  const { stationId } = draft;
  const [searching, setSearching] = useState(stationId === null);
  if (stationId === null || searching) {
    return (
      <StationSearch
        problem={editing.problems['stationId']}
        onChoose={(chosen) => {
          setSearching(false);
          // Another station has other rooms, and mostly another union.
          if (chosen !== stationId) onChange({ stationId: chosen, zoneId: null, unionId: null });
        }}
      />
    );
  }
  return <ChosenStation stationId={stationId} editing={editing} onAgain={() => setSearching(true)} />;
}

type StationSearchProps = {
  readonly problem: string | undefined;
  readonly onChoose: (stationId: StationId) => void;
};

function StationSearch({ problem, onChoose }: StationSearchProps) {
  const { question, more, text, onText } = useOwnStations();
  return (
    <View>
      <TextField
        label={words.search}
        hint={words.searchHint}
        maxLength={30}
        value={text}
        problem={problem}
        onChange={onText}
      />
      <Asked question={question} empty={<View className={at('about')}>{words.none}</View>}>
        {(stations) => (
          <Rows label={words.choose}>
            {stations.map(({ stationId, name, street }) => (
              <Row key={stationId} title={name} about={street} onPress={() => onChoose(stationId)} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
}

type ChosenStationProps = {
  readonly stationId: StationId;
  readonly editing: TermsEditing;
  readonly onAgain: () => void;
};

function ChosenStation({ stationId, editing, onAgain }: ChosenStationProps) {
  const { draft, problems, onChange } = editing;
  const { question } = useQuestion('station.showForm', { stationId }, stationWords);
  const shown = question.at === 'loaded' ? question.value : null;
  const own = shown?.form.unionId ?? null;
  useEffect(() => {
    if (draft.unionId === null && own !== null) onChange({ unionId: own });
  }, [draft.unionId, own, onChange]);
  return (
    <View>
      <Field label={fieldNames.stationId} problem={problems['stationId']}>
        <Asked question={question} skeletonRows={1}>
          {({ form }) => <View className={at('chosen')}>{form.name}</View>}
        </Asked>
        <View className={at('action')}>
          <Button kind="secondary" onPress={onAgain}>
            {words.change}
          </Button>
        </View>
      </Field>
      {shown === null ? null : <ZoneField shown={shown} editing={editing} />}
      <UnionField editing={editing} stationUnion={shown === null ? null : { unionId: own, name: shown.unionName }} />
    </View>
  );
}

type ZoneFieldProps = { readonly shown: ValueFor<'station.showForm'>; readonly editing: TermsEditing };

function ZoneField({ shown: { form }, editing: { draft, problems, onChange } }: ZoneFieldProps) {
  if (form.zones.length === 0 && draft.zoneId === null && problems['zoneId'] === undefined) return null;
  const named = ({ name, capacity }: (typeof form.zones)[number]): string =>
    capacity === null ? name : `${name}，${words.zoneSize(capacity)}`;
  return (
    <PickField
      label={words.zone}
      hint={words.zoneHint}
      placeholder={words.noZone}
      options={[
        { value: noZone, label: words.noZone },
        ...form.zones.map((zone) => ({ value: zone.zoneId, label: named(zone) })),
      ]}
      value={draft.zoneId ?? noZone}
      problem={problems['zoneId']}
      onChange={(zoneId) => onChange({ zoneId: zoneId === noZone ? null : zoneId })}
    />
  );
}
