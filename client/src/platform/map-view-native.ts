import type { Place } from '@contract/place';
import type { StationCluster } from '@contract/station-view';
import type { MapProps } from '@tarojs/components';
import type { MapPin } from './map-view';
import type { Seen } from './map-view-geometry';
import { below } from './map-view-geometry';

/** What WeChat's map is given, and what it tells. */
type Marker = MapProps.marker;

/** Pictures of scripts/draw-map-pins.ts, which the build lays beside the pages. */
const picture = (name: MapPin['state'] | 'cluster'): string => `/map-pins/${name}.png`;

/** Of a pin on the screen, of the one that was tapped, and of a cluster. CSS pixels. */
const [PIN_PX, SELECTED_PX, CLUSTER_PX] = [40, 52, 48];
const LARGE = 1.3;
/** A digit of the count in a cluster: half as wide as high. CSS pixels. */
const DIGIT_PX = 16;

export function pinMarker(id: number, pin: MapPin, isSelected: boolean, isLarge: boolean): Marker {
  const { place, state, words } = pin;
  const size = (isSelected ? SELECTED_PX : PIN_PX) * (isLarge ? LARGE : 1);
  return {
    ...mark(id, place, size),
    iconPath: picture(state),
    ariaLabel: words,
    zIndex: isSelected ? 3 : 2,
  };
}

export function clusterMarker(id: number, { place, count }: StationCluster, isLarge: boolean): Marker {
  const scale = isLarge ? LARGE : 1;
  const digit = DIGIT_PX * scale;
  const content = String(count);
  return {
    ...mark(id, place, CLUSTER_PX * scale),
    iconPath: picture('cluster'),
    ariaLabel: `${count} 个站点，放大查看`,
    zIndex: 1,
    label: {
      content,
      color: '#a5231b',
      fontSize: digit,
      // From the middle of the marker to the upper left corner of its label.
      anchorX: (-content.length * digit) / 3.4,
      anchorY: -digit * 0.7,
      borderWidth: 0,
      borderColor: '#fbeeeb',
      borderRadius: 0,
      bgColor: '#00000000',
      padding: 0,
      textAlign: 'center',
    },
  };
}

const mark = (id: number, { longitude, latitude }: Place, size: number) => ({
  id,
  longitude,
  latitude,
  width: size,
  height: size,
  anchor: { x: 0.5, y: 0.5 },
});

export const clusterKey = ({ place, count }: StationCluster): string => `${place.longitude},${place.latitude},${count}`;

export type Numbers = { readonly of: (key: string) => number; readonly keyOf: (number: number) => string | null };

/** WeChat knows markers by number: the same thing keeps its own as long as the page lives. */
export function numbering(): Numbers {
  const keys: string[] = [];
  const numbers = new Map<string, number>();
  return {
    of: (key) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, keys.length);
      return keys.push(key) - 1;
    },
    keyOf: (number) => keys[number] ?? null,
  };
}

/**
 * Where the map rests after a hand moved it, its middle so far below where one looks; null while it moves, when the page itself moved it, and from a WeChat too
 * old to tell.
 */
export function restOf(event: unknown, downPx: number): Seen | null {
  if (!isRecord(event) || event['type'] !== 'end' || !isRecord(event['detail'])) return null;
  const { region, scale, centerLocation } = event['detail'];
  const causedBy = event['causedBy'] ?? event['detail']['causedBy'];
  if (causedBy === 'update' || !isRecord(region) || !isNumber(scale)) return null;
  const [first, last, middle] = [
    readPlace(region['southwest']),
    readPlace(region['northeast']),
    readPlace(centerLocation),
  ];
  if (first === null || last === null || middle === null) return null;
  return {
    box: { west: first.longitude, south: first.latitude, east: last.longitude, north: last.latitude },
    zoom: scale,
    centre: below(middle, scale, -downPx),
  };
}

function readPlace(told: unknown): Place | null {
  if (!isRecord(told)) return null;
  const { longitude, latitude } = told;
  return isNumber(longitude) && isNumber(latitude) ? { longitude, latitude } : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
