import * as L from 'leaflet';
import type { MapViewProps } from './map-view';
import type { Frame, Sight } from './map-view-geometry';
import { below, seenFrom, sunkenPx } from './map-view-geometry';

/** So much larger, a map shows places that nobody asked about. */
const GREW = 1.2;

export type Mover = { readonly goTo: (sight: Sight) => void; readonly onResize: () => void };

/** Moves the map where it is told to, and tells where a hand left it. */
export function mover(
  map: L.Map,
  props: { readonly current: MapViewProps },
  onMeasured: (frame: Frame) => void,
): Mover {
  const quietly = { animate: false } as const;
  const size = (): L.Point => map.getSize();
  // A page below another is not drawn, and its map shows nothing.
  const isDrawn = (): boolean => size().x > 0 && size().y > 0;
  const frame = (): Frame => {
    const { coveredShare, coveredTopPx = 0 } = props.current;
    return { width: size().x, height: size().y, coveredPx: size().y * coveredShare, coveredTopPx };
  };

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
    const { latitude, longitude } = below(centre, zoom, sunkenPx(frame()));
    told = { middle: L.latLng(latitude, longitude), zoom };
    byItself(() => map.setView([latitude, longitude], zoom, options));
  };
  const tell = (): void => {
    if (!isDrawn()) return;
    onMeasured(frame());
    const { lat, lng } = map.getCenter();
    const zoom = map.getZoom();
    const centre = below({ longitude: lng, latitude: lat }, zoom, -sunkenPx(frame()));
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
