import type { StationPin } from '@contract/station-view';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { Press } from '@/platform/elements';
import type { MapName, MapPin } from '@/platform/map-view';
import { MapView, needsNames } from '@/platform/map-view';
import { useReadingSize } from '@/theme/reading';
import { classes } from '@/ui/classes';
import { Notice } from '@/ui/notice';
import { useQuestion } from '@/use-question';
import { findWords } from '../find/find-copy';
import type { Finding } from '../find/use-finding';
import { stateWords } from '../status-words';
import styles from './station-map.module.scss';

const at = classes(styles);

export type StationMapProps = {
  readonly finding: Finding;
  /** The one that is looked at. */
  readonly chosen: StationPin | null;
  readonly coveredShare: number;
  /** Under the search box. CSS pixels. */
  readonly coveredTopPx: number;
  readonly onPin: (pin: StationPin) => void;
};

/** The map with its buttons: what fingers do on it, hands that cannot pinch do with these. */
export function StationMap({ finding, chosen, coveredShare, coveredTopPx, onPin }: StationMapProps) {
  const { looking, sight, own, onRest, goTo, zoomBy } = finding;
  const isLarge = useReadingSize() !== 'normal';
  const pins = looking.at === 'seen' ? looking.around.pins : none;
  const clusters = looking.at === 'seen' ? looking.around.clusters : none;
  const drawn = useMemo(() => withChosen(pins, chosen).map(asMapPin), [pins, chosen]);
  const names = useStreetNames();
  return (
    <>
      <View className={at('tools')}>
        <Press className={at('tool')} label={findWords.zoomIn} onPress={() => zoomBy(1)}>
          <View className={at('line')} />
          <View className={at('line', 'upright')} />
        </Press>
        <Press className={at('tool')} label={findWords.zoomOut} onPress={() => zoomBy(-1)}>
          <View className={at('line')} />
        </Press>
      </View>
      <View className={at('map')}>
        <MapView
          sight={sight}
          pins={drawn}
          clusters={clusters}
          names={names}
          own={own}
          selected={chosen?.stationId ?? null}
          coveredShare={coveredShare}
          coveredTopPx={coveredTopPx}
          large={isLarge}
          label={findWords.map}
          about={findWords.mapKeys}
          lost={(again) => (
            <Notice tone="warn" action={{ label: findWords.mapAgain, onPress: again }}>
              {findWords.mapLost}
            </Notice>
          )}
          onRest={onRest}
          onPin={(id) => {
            const pin = pins.find(({ stationId }) => stationId === id);
            if (pin !== undefined) onPin(pin);
          }}
          onCluster={({ place, zoom }) => goTo(place, zoom)}
        />
      </View>
    </>
  );
}

const none = [] as const;

const withChosen = (pins: readonly StationPin[], chosen: StationPin | null): readonly StationPin[] =>
  chosen === null ? pins : [...pins.filter(({ stationId }) => stationId !== chosen.stationId), chosen];

/** On a ground without tiles the streets' names tell where one is. */
function useStreetNames(): readonly MapName[] {
  const { question } = useQuestion('station.listStreets', needsNames ? {} : null);
  return useMemo(
    () =>
      question.at === 'loaded' ? question.value.streets.map(({ street, place }) => ({ name: street, place })) : none,
    [question],
  );
}

const asMapPin = ({ stationId, name, place, state }: StationPin): MapPin => ({
  id: stationId,
  place,
  state,
  words: `${name}，${stateWords(state).short}`,
});
