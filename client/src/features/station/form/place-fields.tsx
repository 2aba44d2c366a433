import type { Place } from '@contract/place';
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
import { PlacePicker } from './place-picker';
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
  const [picking, setPicking] = useState(false);
  const say = useSay();
  const put = ({ longitude, latitude }: Place) =>
    onChange({ place: { longitude: longitude.toFixed(DIGITS), latitude: latitude.toFixed(DIGITS) } });
  const onHere = async () => {
    setAsking(true);
    const found = await askWhereabouts();
    setAsking(false);
    if (found.at !== 'here') {
      say(words[found.at]);
      return;
    }
    put(found.place);
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
        <View className={at('action')}>
          <Button kind="secondary" onPress={() => setPicking(!picking)}>
            {picking ? words.closeMap : words.pick}
          </Button>
        </View>
        {picking ? (
          <PlacePicker
            from={placeIn(place)}
            street={draft.street}
            onPick={(picked) => {
              put(picked);
              say(words.taken);
            }}
          />
        ) : null}
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

/** The point that is typed; null while it is none. */
function placeIn({ longitude, latitude }: Editing['draft']['place']): Place | null {
  const [east, north] = [Number(longitude), Number(latitude)];
  const isPoint = longitude.trim() !== '' && latitude.trim() !== '' && Math.abs(east) <= 180 && Math.abs(north) <= 90;
  return isPoint ? { longitude: east, latitude: north } : null;
}
