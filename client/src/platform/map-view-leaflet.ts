import type { Place } from '@contract/place';
import type { StationCluster } from '@contract/station-view';
import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { classes } from '../ui/classes';
import type { MapName, MapPin, MapViewProps } from './map-view';
import type { Frame, PlacedWord, Sight } from './map-view-geometry';
import { apart } from './map-view-geometry';
import styles from './map-view-leaflet.module.scss';
import { clusterKey, clusterMarker, hitPx, nameMarker, ownMarker, pinKey, pinMarker } from './map-view-marks';
import { mover } from './map-view-mover';

const at = classes(styles);

export type DrawnMap = {
  readonly update: () => void;
  readonly goTo: (sight: Sight) => void;
  readonly remove: () => void;
};

const [FARTHEST, CLOSEST] = [5, 18];

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
  map.on('zoomend', () => placeNames());

  const now = (): MapViewProps => props.current;
  const showNames = layer<PlacedWord<MapName>>(map, ({ word, downPx }) => `${word.name}|${downPx}`, nameMarker);
  const placeNames = (): void => {
    const { names, clusters, pins } = now();
    const marks = [...clusters, ...pins].map(({ place }) => place);
    showNames(apart(names, marks, map.getZoom()));
  };
  const showClusters = layer<StationCluster>(
    map,
    (cluster) => clusterKey(cluster, now()),
    (cluster) => clusterMarker(cluster, hitPx(now())).on('click', () => now().onCluster(cluster)),
  );
  const showPins = layer<MapPin>(
    map,
    (pin) => pinKey(pin, now()),
    (pin) => pinMarker(pin, now()).on('click', () => now().onPin(pin.id)),
  );
  const showOwn = layer<Place>(map, ({ longitude, latitude }) => `${longitude},${latitude}`, ownMarker);

  const update = (): void => {
    placeNames();
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

const prefersStillness = (): boolean =>
  typeof window.matchMedia === 'function' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;
