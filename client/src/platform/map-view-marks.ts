import type { Place } from '@contract/place';
import type { StationCluster } from '@contract/station-view';
import * as L from 'leaflet';
import { classes } from '../ui/classes';
import type { MapName, MapPin, MapViewProps } from './map-view';
import type { PlacedWord } from './map-view-geometry';
import styles from './map-view-leaflet.module.scss';

const at = classes(styles);

/** What a finger can hit, and the same for larger hands. CSS pixels, as --target of theme/tokens.scss. */
const HIT_PX = 48;
const LARGE_HIT_PX = 60;

const letters: Readonly<Record<MapPin['state'], string>> = { open: '开', closed: '关', doubtful: '?' };

export const hitPx = ({ large }: MapViewProps): number => (large ? LARGE_HIT_PX : HIT_PX);

export const pinKey = ({ id, state, words, place }: MapPin, { selected, large }: MapViewProps): string =>
  [id, state, words, place.longitude, place.latitude, selected === id, large].join('|');

export const clusterKey = ({ place, count, zoom }: StationCluster, { large }: MapViewProps): string =>
  [place.longitude, place.latitude, count, zoom, large].join('|');

export function pinMarker(pin: MapPin, props: MapViewProps): L.Marker {
  const isSelected = props.selected === pin.id;
  const button = pressable(pin.words);
  button.append(part(at('pin', pin.state, isSelected && 'selected'), letters[pin.state]));
  if (isSelected) button.setAttribute('aria-current', 'true');
  return marker(pin.place, button, hitPx(props), isSelected ? 1_000 : 0);
}

export function clusterMarker({ place, count }: StationCluster, sizePx: number): L.Marker {
  const button = pressable(`${count} 个站点，放大查看`);
  button.append(part(at('cluster', count >= 100 && 'many'), String(count)));
  return marker(place, button, sizePx, -500);
}

export function ownMarker(place: Place): L.Marker {
  return marker(place, part(at('own'), '我'), HIT_PX, 500);
}

/** Beside its place where a pin or a cluster lies there. */
export function nameMarker({ word, downPx }: PlacedWord<MapName>): L.Marker {
  const words = part(at('name'), word.name);
  words.setAttribute('aria-hidden', 'true');
  return marker(word.place, words, 0, -1_000).setIcon(iconOf(words, 0, downPx));
}

function marker({ latitude, longitude }: Place, html: HTMLElement, sizePx: number, zIndexOffset: number): L.Marker {
  const icon = iconOf(html, sizePx, 0);
  const interactive = html.tagName === 'BUTTON';
  // The button inside takes the keyboard. Its press is heard by Leaflet, which knows when a finger dragged the map.
  return L.marker([latitude, longitude], { icon, keyboard: false, zIndexOffset, interactive });
}

const iconOf = (html: HTMLElement, sizePx: number, downPx: number): L.DivIcon =>
  L.divIcon({
    html,
    className: at('marker'),
    iconSize: [sizePx, sizePx],
    iconAnchor: [sizePx / 2, sizePx / 2 - downPx],
  });

function pressable(label: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = at('hit');
  button.setAttribute('aria-label', label);
  return button;
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
