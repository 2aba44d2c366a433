import type { Place } from '@contract/place';
import { View } from '@tarojs/components';
import { useRef } from 'react';
import { Part } from '@/platform/elements';
import { MapView } from '@/platform/map-view';
import { useReadingSize } from '@/theme/reading';
import { Asked } from '@/ui/asked';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { useQuestion } from '@/use-question';
import { formText } from './form-copy';
import styles from './place-picker.module.scss';

const at = classes(styles);
const words = formText.place;

/** A house and its neighbours; a street where nothing is known yet. */
const CLOSE = 17;
const STREET = 15;
/** 陆家嘴: somewhere to begin where nothing is known at all. */
const PUDONG: Place = { longitude: 121.5065, latitude: 31.2453 };

type Named = { readonly name: string; readonly place: Place };

export type PlacePickerProps = {
  /** Where it is already, if anybody said so. */
  readonly from: Place | null;
  readonly street: string;
  readonly onPick: (place: Place) => void;
};

/** The place under the cross of a map. The two fields below say the same in figures. */
export function PlacePicker({ from, street, onPick }: PlacePickerProps) {
  const { question } = useQuestion('station.listStreets', {});
  return (
    <Asked question={question}>
      {({ streets }) => {
        const names = streets.map((one) => ({ name: one.street, place: one.place }));
        return <Cross names={names} from={from} street={street} onPick={onPick} />;
      }}
    </Asked>
  );
}

function Cross({ names, from, street, onPick }: PlacePickerProps & { readonly names: readonly Named[] }) {
  const isLarge = useReadingSize() !== 'normal';
  const known = from ?? names.find(({ name }) => name === street)?.place ?? PUDONG;
  const begins = useRef({ centre: known, zoom: from === null ? STREET : CLOSE });
  const middle = useRef(known);
  return (
    <View>
      <View className={at('frame')}>
        <MapView
          sight={begins.current}
          pins={none}
          clusters={none}
          names={names}
          own={null}
          selected={null}
          coveredShare={0}
          large={isLarge}
          label={words.map}
          about={words.mapAbout}
          lost={(again) => (
            <Notice tone="warn" action={{ label: words.mapAgain, onPress: again }}>
              {words.mapLost}
            </Notice>
          )}
          onRest={({ centre }) => {
            middle.current = centre;
          }}
          onPin={nothing}
          onCluster={nothing}
        />
        <Part className={at('across')} unspoken />
        <Part className={at('down')} unspoken />
      </View>
      <View>{words.mapAbout}</View>
      <View className={at('action')}>
        <Button kind="secondary" onPress={() => onPick(middle.current)}>
          {words.take}
        </Button>
      </View>
    </View>
  );
}

const none = [] as const;
const nothing = (): void => undefined;
