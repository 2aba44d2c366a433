import type { StationId } from '@contract/ids';
import { View } from '@tarojs/components';
import { Asked } from '@/ui/asked';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Row, Rows } from '@/ui/rows';
import { TextField } from '@/ui/text-field';
import { useSearch } from './use-search';

const words = {
  hint: '写站名、路名或街镇，再点选一个',
  none: '没有找到，换个名字试试',
  change: '换一个',
  choose: '选这个',
} as const;

/** More than that nobody reads; a few letters more make the list short. */
const MOST_SHOWN = 6;

export type ChosenStation = { readonly stationId: StationId; readonly name: string };

export type StationFieldProps = {
  /** What the station is wanted for. */
  readonly label: string;
  readonly station: ChosenStation | null;
  readonly problem: string | undefined;
  readonly onChange: (station: ChosenStation | null) => void;
};

/** A station in a form: found by a few letters of its name or street. */
export function StationField({ label, station, problem, onChange }: StationFieldProps) {
  const { text, onText, found } = useSearch(null, false);
  if (station !== null) {
    return (
      <Field label={label} problem={problem}>
        <Rows>
          <Row title={station.name} deed={words.change} onPress={() => onChange(null)} />
        </Rows>
      </Field>
    );
  }
  return (
    <View>
      <TextField label={label} hint={words.hint} problem={problem} value={text} maxLength={30} onChange={onText} />
      {found === null ? null : (
        <Asked question={found} skeletonRows={2} empty={<Notice tone="info">{words.none}</Notice>}>
          {(stations) => (
            <Rows>
              {stations.slice(0, MOST_SHOWN).map(({ stationId, name, street, address }) => (
                <Row
                  key={stationId}
                  title={name}
                  about={`${street} ${address}`}
                  deed={words.choose}
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
