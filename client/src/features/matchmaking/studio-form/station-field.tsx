import { View } from '@tarojs/components';
import { useSearch } from '@/features/station/find/use-search';
import { Asked } from '@/ui/asked';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { studioPhrases as words } from './studio-copy';
import type { ChosenStation } from './studio-draft';

/** More than that nobody reads; a few letters more make the list short. */
const MOST_SHOWN = 6;

export type StationFieldProps = {
  readonly station: ChosenStation | null;
  readonly problem: string | undefined;
  readonly onChange: (station: ChosenStation | null) => void;
};

/** Where the studio sits: a station found by a few letters of its name or street. */
export function StationField({ station, problem, onChange }: StationFieldProps) {
  const { text, onText, found } = useSearch(null, false);
  if (station !== null) {
    return (
      <Field label={words.station} problem={problem}>
        <Rows>
          <Row title={station.name} deed={words.stationChange} onPress={() => onChange(null)} />
        </Rows>
      </Field>
    );
  }
  return (
    <View>
      <TextField
        label={words.station}
        hint={words.stationHint}
        problem={problem}
        value={text}
        maxLength={30}
        onChange={onText}
      />
      {found === null ? null : (
        <Asked question={found} skeletonRows={2} empty={<Notice tone="info">{words.stationNone}</Notice>}>
          {(stations) => (
            <Rows>
              {stations.slice(0, MOST_SHOWN).map(({ stationId, name, street, address }) => (
                <Row
                  key={stationId}
                  title={name}
                  about={`${street} ${address}`}
                  deed={words.stationChoose}
                  onPress={() => onChange({ stationId, name })}
                />
              ))}
            </Rows>
          )}
        </Asked>
      )}
    </View>
  );
}
