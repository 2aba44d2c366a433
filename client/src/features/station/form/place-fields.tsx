import { View } from '@tarojs/components';
import { useState } from 'react';
import { askWhereabouts } from '@/platform/location';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Field } from '@/ui/field';
import { TextField } from '@/ui/text-field';
import { useSay } from '@/ui/toast';
import { fieldNames, formText } from './form-copy';
import styles from './form.module.scss';
import { TextLine } from './text-line';
import type { Editing } from './use-station-form';

const at = classes(styles);
const words = formText.place;
/** About a tenth of a metre. */
const DIGITS = 6;

/** Where it is: in words, and as a point of the map. */
export function PlaceFields({ editing }: { readonly editing: Editing }) {
  const { draft, problems, onChange } = editing;
  const { place } = draft;
  const [asking, setAsking] = useState(false);
  const say = useSay();
  const onHere = async () => {
    setAsking(true);
    const found = await askWhereabouts();
    setAsking(false);
    if (found.at !== 'here') {
      say(words[found.at]);
      return;
    }
    const { longitude, latitude } = found.place;
    onChange({ place: { longitude: longitude.toFixed(DIGITS), latitude: latitude.toFixed(DIGITS) } });
    say(words.found);
  };
  return (
    <View>
      <View className={at('pair')}>
        <View className={at('half')}>
          <TextLine field="city" editing={editing} maxLength={20} />
        </View>
        <View className={at('half')}>
          <TextLine field="district" editing={editing} maxLength={20} />
        </View>
        <View className={at('half')}>
          <TextLine field="street" editing={editing} maxLength={20} />
        </View>
      </View>
      <TextLine field="address" editing={editing} maxLength={80} />
      <Field label={fieldNames.place} hint={words.hint} problem={problems['place']} optional>
        <View className={at('action')}>
          <Button kind="secondary" busy={asking} onPress={() => void onHere()}>
            {words.here}
          </Button>
        </View>
        <View className={at('pair')}>
          {(['longitude', 'latitude'] as const).map((axis) => (
            <View key={axis} className={at('half')}>
              <TextField
                label={words[axis]}
                maxLength={14}
                value={place[axis]}
                problem={problems[`place.${axis}`]}
                onChange={(text) => onChange({ place: { ...place, [axis]: text } })}
              />
            </View>
          ))}
        </View>
      </Field>
    </View>
  );
}
