import type { Place } from '@contract/place';
import type { StationFilter } from '@contract/station';
import { useCallback, useEffect, useState } from 'react';
import { askWhereabouts } from '@/platform/location';
import { mapFrame } from '@/platform/map-view';
import type { Seen, Sight } from '@/platform/map-view-geometry';
import { isWithin, seenFrom } from '@/platform/map-view-geometry';
import type { LookAround, Looking } from '../map/use-look-around';
import { useLookAround } from '../map/use-look-around';
import { keepView, readKept } from './kept-view';

/** From where distances are told. */
export type Anchor =
  | { readonly by: 'here'; readonly place: Place }
  | { readonly by: 'street'; readonly place: Place; readonly name: string }
  | { readonly by: 'map'; readonly place: Place };

/** Where asking the phone stands. */
export type Locating = 'not-asked' | 'asking' | 'found' | 'refused' | 'unknown';

export type Finding = {
  readonly looking: Looking;
  /** What is shown answers another question than the one that is under way, e.g. of another street. */
  readonly isOvertaken: boolean;
  /** The map goes here whenever this is a new one. */
  readonly sight: Sight;
  readonly filter: StationFilter;
  readonly anchor: Anchor;
  readonly locating: Locating;
  readonly own: Place | null;
  readonly onRest: (seen: Seen) => void;
  readonly onFilter: (filter: StationFilter) => void;
  readonly onLocate: () => void;
  readonly onStreet: (street: { readonly name: string; readonly place: Place }) => void;
  /** Looks there, and asks about there. */
  readonly goTo: (place: Place, zoom: number) => void;
  /** Looks at one station of the list: the list stays as it is. */
  readonly lookAt: (place: Place, zoom: number) => void;
  readonly zoomBy: (steps: number) => void;
};

/** As close as one looks around oneself, or at one street. */
const HERE_ZOOM = 15;
const STREET_ZOOM = 14;
const [FARTHEST, CLOSEST] = [5, 18];

/** Where somebody looks for stations, and what for. The phone is asked where it is only when told to. */
export function useFinding(): Finding {
  const [kept] = useState(readKept);
  const [sight, setSight] = useState<Sight>(kept.sight);
  const [seen, setSeen] = useState<Seen>(() => seenFrom(kept.sight, mapFrame()));
  const [filter, setFilter] = useState<StationFilter>(kept.filter);
  const [chosen, setChosen] = useState<Anchor | null>(null);
  const [anchor, setAnchor] = useState<Anchor>({ by: 'map', place: kept.sight.centre });
  const [own, setOwn] = useState<Place | null>(null);
  const [locating, setLocating] = useState<Locating>('not-asked');

  const wish = wishOf(seen, anchor.place, filter);
  const looking = useLookAround(wish);

  useEffect(() => keepView({ sight: { centre: seen.centre, zoom: seen.zoom }, filter }), [seen, filter]);

  const onRest = useCallback(
    (next: Seen) => {
      setSeen(next);
      // Somebody who looks elsewhere asks about there.
      const isNear = chosen !== null && isWithin(chosen.place, next.box);
      setAnchor(isNear ? chosen : { by: 'map', place: next.centre });
    },
    [chosen],
  );
  // The list need not wait for the map to arrive.
  const show = useCallback((centre: Place, zoom: number): Seen => {
    const next = { centre, zoom: Math.max(FARTHEST, Math.min(CLOSEST, zoom)) };
    setSight(next);
    return seenFrom(next, mapFrame());
  }, []);
  const goTo = useCallback((place: Place, zoom: number) => onRest(show(place, zoom)), [onRest, show]);
  const lookAt = useCallback((place: Place, zoom: number) => setSeen(show(place, zoom)), [show]);
  const begin = useCallback(
    (from: Anchor, zoom: number) => {
      setChosen(from);
      setAnchor(from);
      setSeen(show(from.place, zoom));
    },
    [show],
  );

  const onLocate = useCallback(() => {
    setLocating('asking');
    void askWhereabouts().then((found) => {
      setLocating(found.at === 'here' ? 'found' : found.at);
      if (found.at !== 'here') return;
      setOwn(found.place);
      begin({ by: 'here', place: found.place }, HERE_ZOOM);
    });
  }, [begin]);

  const onStreet = useCallback(
    ({ name, place }: { readonly name: string; readonly place: Place }) => {
      setLocating((before) => (before === 'found' ? before : 'not-asked'));
      begin({ by: 'street', name, place }, STREET_ZOOM);
    },
    [begin],
  );

  const zoomBy = useCallback(
    (steps: number) => goTo(seen.centre, Math.round(seen.zoom) + steps),
    [goTo, seen.centre, seen.zoom],
  );

  return {
    looking, isOvertaken: isOvertaken(looking, wish, anchor), sight, filter, anchor, locating, own, onRest, onFilter: setFilter, onLocate, onStreet, goTo, lookAt, zoomBy,
  }; // prettier-ignore
}

/**
 * Whoever ticks a filter or picks another place would take the old list for the answer. A map that was pushed along
 * shows much the same: there it may stay.
 */
function isOvertaken(looking: Looking, { filter, from }: LookAround, anchor: Anchor): boolean {
  if (looking.at !== 'seen' || (looking.stale !== null && !looking.isAsking)) return false;
  const { answers } = looking;
  if (JSON.stringify(answers.filter) !== JSON.stringify(filter)) return true;
  const isSamePlace = answers.from.longitude === from.longitude && answers.from.latitude === from.latitude;
  return anchor.by !== 'map' && !isSamePlace;
}

/** To about a metre: the same resting place is the same question. */
const wishOf = ({ box, zoom }: Seen, from: Place, filter: StationFilter): LookAround => ({
  box: { west: trimmed(box.west), south: trimmed(box.south), east: trimmed(box.east), north: trimmed(box.north) },
  zoom: Math.round(zoom * 100) / 100,
  from: { longitude: trimmed(from.longitude), latitude: trimmed(from.latitude) },
  filter,
});

const trimmed = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;
