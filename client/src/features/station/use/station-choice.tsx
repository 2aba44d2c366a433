import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { MoreButton } from '@/ui/more-button';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { useOwnStations } from '../own/use-own-stations';
import { reportText } from './use-copy';
import styles from './use.module.scss';

const at = classes(styles);

export type ChosenStation = { readonly stationId: StationId; readonly name: string };

export type StationChoiceProps = {
  /** null: all of them. */
  readonly chosen: ChosenStation | null;
  readonly onChoose: (station: ChosenStation | null) => void;
};

/** All stations that one looks after, or one of them. */
export function StationChoice({ chosen, onChoose }: StationChoiceProps) {
  const [searching, setSearching] = useState(false);
  const choose = (station: ChosenStation | null) => {
    setSearching(false);
    onChoose(station);
  };
  if (searching) return <Search onChoose={choose} />;
  return (
    <Field label={reportText.station}>
      <View>{chosen?.name ?? reportText.all}</View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={() => setSearching(true)}>
          {chosen === null ? reportText.choose : reportText.change}
        </Button>
      </View>
      {chosen === null ? null : (
        <View className={at('action')}>
          <Button kind="quiet" onPress={() => choose(null)}>
            {reportText.all}
          </Button>
        </View>
      )}
    </Field>
  );
}

function Search({ onChoose }: { readonly onChoose: (station: ChosenStation | null) => void }) {
  const { question, more, text, onText } = useOwnStations();
  return (
    <View>
      <TextField label={reportText.search} hint={reportText.searchHint} maxLength={30} value={text} onChange={onText} />
      <Rows>
        <Row title={reportText.all} onPress={() => onChoose(null)} />
      </Rows>
      <Asked question={question} empty={<View className={at('about')}>{reportText.none}</View>}>
        {(stations) => (
          <Rows>
            {stations.map(({ stationId, name, street }) => (
              <Row key={stationId} title={name} about={street} onPress={() => onChoose({ stationId, name })} />
            ))}
          </Rows>
        )}
      </Asked>
      <MoreButton more={more} />
    </View>
  );
}
