import type { Place } from '@contract/place';
import type { StationCluster } from '@contract/station-view';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { classes } from '../ui/classes';
import type { MapName, MapPin, MapViewProps } from './map-view';
import type { Frame, Sight } from './map-view-geometry';
import { apart, below, seenFrom } from './map-view-geometry';
import styles from './map-view-leaflet.module.scss';

const at = classes(styles);

export type DrawnMap = {
  readonly update: () => void;
  readonly goTo: (sight: Sight) => void;
  readonly remove: () => void;
};

/** What a finger can hit, and the same for larger hands. CSS pixels, as --target of theme/tokens.scss. */
const HIT_PX = 48;
const LARGE_HIT_PX = 60;
const [FARTHEST, CLOSEST] = [5, 18];
/** So much larger, a map shows places that nobody asked about. */
const GREW = 1.2;

const letters: Readonly<Record<MapPin['state'], string>> = { open: '开', closed: '关', doubtful: '?' };

/** Draws the map into an element and keeps it as `props` say. React knows nothing of what is dragged. */
export function drawMap(
  ground: HTMLElement,
  props: { readonly current: MapViewProps },
  onMeasured: (frame: Frame) => void,
): DrawnMap {
  const map = L.map(ground, {
    zoomControl: false,
    attributionControl: TILE_URL !== '',
    minZoom: FARTHEST,
    maxZoom: CLOSEST,
    worldCopyJump: false,
    // What moves by itself makes some people ill.
    ...(prefersStillness() ? { zoomAnimation: false, fadeAnimation: false, inertia: false } : {}),
  });
  const { goTo, onResize } = mover(map, props, onMeasured);
  layGround(map);
  map.on('zoomend', () => showNames(apart(now().names, map.getZoom())));

  const now = (): MapViewProps => props.current;
  const showNames = layer<MapName>(map, ({ name }) => name, nameMarker);
  const showClusters = layer<StationCluster>(map, clusterKey, (cluster) =>
    clusterMarker(cluster, hitPx(now())).on('click', () => now().onCluster(cluster)),
  );
  const showPins = layer<MapPin>(
    map,
    (pin) => pinKey(pin, now()),
    (pin) => pinMarker(pin, now()).on('click', () => now().onPin(pin.id)),
  );
  const showOwn = layer<Place>(map, ({ longitude, latitude }) => `${longitude},${latitude}`, ownMarker);

  const update = (): void => {
    showNames(apart(now().names, map.getZoom()));
    showClusters(now().clusters);
    showPins(now().pins);
    const { own } = now();
    showOwn(own === null ? [] : [own]);
  };
  update();
  const watch = typeof ResizeObserver === 'function' ? new ResizeObserver(onResize) : null;
  watch?.observe(ground);

  return {
    update,
    goTo,
    remove: () => {
      watch?.disconnect();
      map.remove();
    },
  };
}

type Mover = { readonly goTo: (sight: Sight) => void; readonly onResize: () => void };

/** Moves the map where it is told to, and tells where a hand left it. */
function mover(map: L.Map, props: { readonly current: MapViewProps }, onMeasured: (frame: Frame) => void): Mover {
  const quietly = { animate: false } as const;
  const size = (): L.Point => map.getSize();
  // A page below another is not drawn, and its map shows nothing.
  const isDrawn = (): boolean => size().x > 0 && size().y > 0;
  const coveredPx = (): number => size().y * props.current.coveredShare;
  const frame = (): Frame => ({ width: size().x, height: size().y, coveredPx: coveredPx() });

  let told: { readonly middle: L.LatLng; readonly zoom: number } | null = null;
  let isUnderWay = false;
  /** Leaflet says that the map rests while it sets out, and again when it has arrived there. */
  const byItself = (move: () => void): void => {
    isUnderWay = true;
    move();
    isUnderWay = false;
  };
  const isWhereTold = (): boolean =>
    told !== null &&
    map.getZoom() === told.zoom &&
    map.project(map.getCenter()).distanceTo(map.project(told.middle)) < 2;

  const set = ({ centre, zoom }: Sight, options: L.ZoomPanOptions): void => {
    const { latitude, longitude } = below(centre, zoom, coveredPx() / 2);
    told = { middle: L.latLng(latitude, longitude), zoom };
    byItself(() => map.setView([latitude, longitude], zoom, options));
  };
  const tell = (): void => {
    if (!isDrawn()) return;
    onMeasured(frame());
    const { lat, lng } = map.getCenter();
    const zoom = map.getZoom();
    const centre = below({ longitude: lng, latitude: lat }, zoom, -coveredPx() / 2);
    props.current.onRest(seenFrom({ centre, zoom }, frame()));
  };

  set(props.current.sight, quietly);
  if (isDrawn()) onMeasured(frame());
  map.on('moveend', () => {
    if (isUnderWay || isWhereTold()) return;
    told = null;
    tell();
  });
  return {
    goTo: (sight) => set(sight, {}),
    onResize: () => {
      const before = size();
      byItself(() => map.invalidateSize(quietly));
      // A browser's bar that slides away is no reason to ask anew; a window drawn larger is.
      const isLarger = size().x > before.x * GREW || size().y > before.y * GREW;
      if (before.x > 0 && isLarger) tell();
    },
  };
}

/** Tiles where the build names some; below them, and without them, a quiet ground that moves with the map. */
function layGround(map: L.Map): void {
  const Grid = L.GridLayer.extend({
    createTile: () => {
      const tile = document.createElement('div');
      tile.className = at('square');
      return tile;
    },
  }) as new () => L.GridLayer;
  new Grid().addTo(map);
  if (TILE_URL !== '') L.tileLayer(TILE_URL, { attribution: TILE_ATTRIBUTION, maxZoom: CLOSEST }).addTo(map);
}

/** Markers by what they show: those that stay are not touched. */
function layer<Thing>(
  map: L.Map,
  keyOf: (thing: Thing) => string,
  draw: (thing: Thing) => L.Marker,
): (things: readonly Thing[]) => void {
  const markers = new Map<string, L.Marker>();
  return (things) => {
    const wanted = new Map(things.map((thing) => [keyOf(thing), thing]));
    for (const [key, marker] of markers) {
      if (wanted.has(key)) continue;
      marker.remove();
      markers.delete(key);
    }
    for (const [key, thing] of wanted) {
      if (!markers.has(key)) markers.set(key, draw(thing).addTo(map));
    }
  };
}

const hitPx = ({ large }: MapViewProps): number => (large ? LARGE_HIT_PX : HIT_PX);

const pinKey = ({ id, state, words, place }: MapPin, { selected, large }: MapViewProps): string =>
  [id, state, words, place.longitude, place.latitude, selected === id, large].join('|');

const clusterKey = ({ place, count, zoom }: StationCluster): string =>
  [place.longitude, place.latitude, count, zoom].join('|');

function pinMarker(pin: MapPin, props: MapViewProps): L.Marker {
  const isSelected = props.selected === pin.id;
  const button = pressable(pin.words);
  button.append(part(at('pin', pin.state, isSelected && 'selected'), letters[pin.state]));
  if (isSelected) button.setAttribute('aria-current', 'true');
  return marker(pin.place, button, hitPx(props), isSelected ? 1_000 : 0);
}

function clusterMarker({ place, count }: StationCluster, sizePx: number): L.Marker {
  const button = pressable(`${count} 个站点，放大查看`);
  button.append(part(at('cluster', count >= 100 && 'many'), String(count)));
  return marker(place, button, sizePx, -500);
}

function ownMarker(place: Place): L.Marker {
  return marker(place, part(at('own'), '我'), HIT_PX, 500);
}

function nameMarker({ name, place }: MapName): L.Marker {
  const words = part(at('name'), name);
  words.setAttribute('aria-hidden', 'true');
  return marker(place, words, 0, -1_000);
}

function marker({ latitude, longitude }: Place, html: HTMLElement, sizePx: number, zIndexOffset: number): L.Marker {
  const icon = L.divIcon({ html, className: at('marker'), iconSize: [sizePx, sizePx] });
  const interactive = html.tagName === 'BUTTON';
  // The button inside takes the keyboard. Its press is heard by Leaflet, which knows when a finger dragged the map.
  return L.marker([latitude, longitude], { icon, keyboard: false, zIndexOffset, interactive });
}

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

const prefersStillness = (): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;
