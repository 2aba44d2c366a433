import type { Place } from '@contract/place';

type Street = { readonly street: string; readonly place: Place };

/** The street whose middle lies nearest, as the crow flies; null of none. */
export function nearestStreet(streets: readonly Street[], here: Place): string | null {
  // A degree of longitude is shorter than one of latitude; over one city its cosine does not change.
  const narrowing = Math.cos((here.latitude * Math.PI) / 180);
  const squared = ({ place }: Street): number =>
    ((place.longitude - here.longitude) * narrowing) ** 2 + (place.latitude - here.latitude) ** 2;
  const [nearest] = [...streets].sort((one, other) => squared(one) - squared(other));
  return nearest?.street ?? null;
}
