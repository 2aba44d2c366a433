import { Map as NativeMap, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMemo, useRef, useState } from 'react';
import { classes } from '../ui/classes';
import type { MapViewProps } from './map-view';
import type { Frame } from './map-view-geometry';
import { below, sunkenPx } from './map-view-geometry';
import { clusterKey, clusterMarker, numbering, pinMarker, restOf } from './map-view-native';
import styles from './map-view.module.scss';

export type { MapName, MapPin, MapViewProps } from './map-view';

const at = classes(styles);

export const needsNames: boolean = false;

export function mapFrame(): Frame {
  const { windowWidth, windowHeight } = Taro.getWindowInfo();
  return { width: windowWidth, height: windowHeight, coveredPx: 0, coveredTopPx: 0 };
}

/** WeChat's own map, on the same layer as the page: what the page lays over it stays on top. */
export function MapView(props: MapViewProps) {
  const { sight, pins, clusters, own, selected, coveredShare, coveredTopPx = 0, large } = props;
  const { onRest, onPin, onCluster } = props;
  const [numbers] = useState(numbering);
  const sunken = useRef(0);
  sunken.current = sunkenPx({ coveredPx: mapFrame().height * coveredShare, coveredTopPx });
  // Where the sheet stood when one went there: pulling it moves no map.
  const middle = useMemo(() => below(sight.centre, sight.zoom, sunken.current), [sight]);
  const markers = useMemo(
    () => [
      ...clusters.map((cluster) => clusterMarker(numbers.of(clusterKey(cluster)), cluster, large)),
      ...pins.map((pin) => pinMarker(numbers.of(pin.id), pin, selected === pin.id, large)),
    ],
    [numbers, pins, clusters, selected, large],
  );

  const onTap = ({ detail }: { readonly detail: { readonly markerId: number | string } }) => {
    const key = numbers.keyOf(Number(detail.markerId));
    const cluster = clusters.find((candidate) => clusterKey(candidate) === key);
    if (cluster !== undefined) onCluster(cluster);
    else if (key !== null) onPin(key);
  };
  return (
    <View className={at('frame')}>
      <NativeMap
        className={at('native')}
        longitude={middle.longitude}
        latitude={middle.latitude}
        scale={sight.zoom}
        minScale={5}
        maxScale={18}
        markers={markers}
        showLocation={own !== null}
        onRegionChange={(event: unknown) => {
          const seen = restOf(event, sunken.current);
          if (seen !== null) onRest(seen);
        }}
        onMarkerTap={onTap}
        onLabelTap={onTap}
        onError={() => undefined}
      />
    </View>
  );
}
