import type { FacilityCode } from '@contract/facility';
import { View } from '@tarojs/components';
import { classes } from '@/ui/classes';
import { PickField } from '@/ui/pick-field';
import { Rows } from '@/ui/rows';
import { facilityCodes, facilityName } from '../offer-words';
import { deskText } from './desk-copy';
import styles from './desk.module.scss';
import { FacilityRow } from './facility-row';
import type { Desk } from './use-desk';
import type { FacilityLine, Marking } from './use-marking';
import { facilityLines } from './use-marking';

const at = classes(styles);
const words = deskText.facilities;

/** Everything a station offers, and how it is today. */
export function FacilitiesPanel({ desk, marking }: { readonly desk: Desk; readonly marking: Marking }) {
  const { open, onOpen } = marking;
  const registered = facilityLines(desk.facilities);
  const added: readonly FacilityLine[] =
    open === null || registered.some(({ code }) => code === open.code)
      ? []
      : [{ code: open.code, count: 0, checkedAt: null, state: null }];
  const lines = [...registered, ...added];
  const others = facilityCodes.filter((code) => lines.every((line) => line.code !== code));
  return (
    <View>
      <Rows label={words.title}>
        {lines.map((line) => (
          <FacilityRow key={line.code} line={line} marking={marking} />
        ))}
      </Rows>
      <View className={at('about')}>{words.about}</View>
      {others.length === 0 ? null : (
        <PickField<FacilityCode>
          label={words.add}
          placeholder={words.addPlaceholder}
          value={null}
          options={others.map((code) => ({ value: code, label: facilityName(code) }))}
          onChange={(code) => onOpen({ code, count: 1 })}
        />
      )}
    </View>
  );
}
