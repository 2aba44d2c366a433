import { View } from '@tarojs/components';
import { useSearch } from '@/features/station/find/use-search';
import { Asked } from '@/ui/asked';
import { Notice } from '@/ui/notice';
import { Field } from '@/ui/field';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import type { ChosenStation } from './draft';
import { formPhrases } from './volunteer-copy';

/** More than that nobody reads; a few letters more make the list short. */
const MOST_SHOWN = 6;

export type StationChoiceProps = {
  readonly chosen: ChosenStation | null;
  readonly problem: string | undefined;
  readonly onChoose: (station: ChosenStation | null) => void;
};

/** The station where one wants to be on duty: found by a few letters of its name or street. */
export function StationChoice({ chosen, problem, onChoose }: StationChoiceProps) {
  const { text, onText, found } = useSearch(null, false);
  if (chosen !== null) {
    return (
      <Field label={formPhrases.station} problem={problem}>
        <Rows>
          <Row title={chosen.name} deed={formPhrases.stationChange} onPress={() => onChoose(null)} />
        </Rows>
      </Field>
    );
  }
  return (
    <View>
      <TextField
        label={formPhrases.station}
        hint={formPhrases.stationHint}
        problem={problem}
        value={text}
        maxLength={30}
        onChange={onText}
      />
      {found === null ? null : (
        <Asked question={found} skeletonRows={2} empty={<Notice tone="info">{formPhrases.stationNone}</Notice>}>
          {(stations) => (
            <Rows>
              {stations.slice(0, MOST_SHOWN).map(({ stationId, name, street, address }) => (
                <Row
                  key={stationId}
                  title={name}
                  about={`${street} ${address}`}
                  deed={formPhrases.stationChoose}
                  onPress={() => onChoose({ stationId, name })}
                />
              ))}
            </Rows>
          )}
        </Asked>
      )}
    </View>
  );
}
