import type { Place } from '@contract/place';
import type { StationCluster, StationPin } from '@contract/station-view';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Frame, Seen, Sight } from './map-view-geometry';
import type { DrawnMap } from './map-view-leaflet';
import { classes } from '../ui/classes';
import styles from './map-view.module.scss';

const at = classes(styles);

/** One pin, and what is said of it. Its state shows by shape and letter, never by colour alone. */
export type MapPin = Pick<StationPin, 'place' | 'state'> & { readonly id: string; readonly words: string };

/** A name on the ground, where there are no tiles to read. */
export type MapName = { readonly name: string; readonly place: Place };

export type MapViewProps = {
  /** The map goes there whenever this is another object. */
  readonly sight: Sight;
  readonly pins: readonly MapPin[];
  readonly clusters: readonly StationCluster[];
  readonly names: readonly MapName[];
  readonly own: Place | null;
  readonly selected: string | null;
  /** How much of the lower part lies under a sheet: 0 to 1. */
  readonly coveredShare: number;
  /** What lies over its upper edge, e.g. a search box: nothing is looked for under it. CSS pixels. */
  readonly coveredTopPx?: number;
  /** Bigger pins. */
  readonly large: boolean;
  readonly label: string;
  readonly about: string;
  /** Shown in its place when the map does not come over the network. */
  readonly lost: (again: () => void) => ReactNode;
  readonly onRest: (seen: Seen) => void;
  readonly onPin: (id: string) => void;
  readonly onCluster: (cluster: StationCluster) => void;
};

/** Without tiles the ground is bare, and names on it are welcome. */
export const needsNames: boolean = TILE_URL === '';

/** What the bars above and below take, before the map has been measured. CSS pixels. */
const BARS_PX = 150;
let frame: Frame | null = null;

/** The map's room on the screen; a guess until it has been there. */
export const mapFrame = (): Frame =>
  frame ?? {
    width: window.innerWidth,
    height: Math.max(200, window.innerHeight - BARS_PX),
    coveredPx: 0,
    coveredTopPx: 0,
  };

/** Leaflet, fetched when the first map is shown. The list says everything that the map says. */
export function MapView(props: MapViewProps) {
  const ground = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap | null>(null);
  const now = useRef(props);
  now.current = props;
  const [attempt, setAttempt] = useState(0);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    let gone = false;
    void import('./map-view-leaflet').then(
      ({ drawMap }) => {
        if (gone || ground.current === null) return;
        drawn.current = drawMap(ground.current, now, (measured) => {
          frame = measured;
        });
      },
      () => {
        if (!gone) setLost(true);
      },
    );
    return () => {
      gone = true;
      drawn.current?.remove();
      drawn.current = null;
    };
  }, [attempt]);

  const { sight } = props;
  useEffect(() => drawn.current?.update());
  useEffect(() => drawn.current?.goTo(sight), [sight]);

  const again = () => {
    setLost(false);
    setAttempt(attempt + 1);
  };
  return (
    <div className={at('frame')}>
      <div
        ref={ground}
        className={at('ground', props.large && 'large')}
        role="region"
        aria-label={props.label}
        aria-description={props.about}
      />
      {isLost ? <div className={at('lost')}>{props.lost(again)}</div> : null}
    </div>
  );
}
