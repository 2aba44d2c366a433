import type { FacilityCode, FacilityState } from '@contract/facility';
import { View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { FieldGroup } from '@/ui/field-group';
import { PickField } from '@/ui/pick-field';
import { TextField } from '@/ui/text-field';
import { facilityStates } from '../desk/desk-copy';
import { facilityCodes, facilityName } from '../offer-words';
import type { FacilityDraft } from './draft';
import { formText } from './form-copy';
import styles from './form.module.scss';
import type { Editing } from './use-station-form';

const at = classes(styles);
const words = formText.facilities;
const states: readonly FacilityState[] = ['ok', 'broken', 'absent'];

/** What the station offers: the six that every one should have, and whatever else there is. */
export function FacilityFields({ editing }: { readonly editing: Editing }) {
  const { draft, problems, onChange } = editing;
  const { facilities } = draft;
  const others = facilityCodes.filter((code) => facilities.every((facility) => facility.code !== code));
  const set = (nth: number, part: Partial<FacilityDraft>) =>
    onChange({
      facilities: facilities.map((facility, place) => (place === nth ? { ...facility, ...part } : facility)),
    });
  return (
    <View>
      {facilities.map(({ code, count, state }, nth) => (
        <FieldGroup key={code} title={facilityName(code)}>
          <View className={at('pair')}>
            <View className={at('half')}>
              <PickField
                label={`${facilityName(code)}${words.state}`}
                placeholder={words.state}
                options={states.map((value) => ({ value, label: facilityStates[value].text }))}
                value={state}
                onChange={(chosen) => set(nth, { state: chosen })}
              />
            </View>
            <View className={at('half')}>
              <TextField
                label={`${facilityName(code)}${words.count}`}
                kind="digits"
                maxLength={3}
                value={count}
                problem={problems[`facilities.${nth}.count`]}
                onChange={(text) => set(nth, { count: text })}
              />
            </View>
            <View className={at('half')}>
              <Button
                kind="quiet"
                label={`${words.remove}${facilityName(code)}`}
                onPress={() => onChange({ facilities: facilities.filter((facility) => facility.code !== code) })}
              >
                {words.remove}
              </Button>
            </View>
          </View>
        </FieldGroup>
      ))}
      {others.length === 0 ? null : (
        <PickField<FacilityCode>
          label={words.add}
          placeholder={words.addPlaceholder}
          options={others.map((code) => ({ value: code, label: facilityName(code) }))}
          value={null}
          onChange={(code) =>
            onChange({ facilities: [...facilities, { code, count: '1', state: 'ok', checkedAt: null }] })
          }
        />
      )}
    </View>
  );
}
