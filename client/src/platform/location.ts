import type { Place } from '@contract/place';

/** What a phone answers when it is asked where it is. */
export type Whereabouts =
  | { readonly at: 'here'; readonly place: Place }
  /** The person said no, now or some day before. */
  | { readonly at: 'refused' }
  /** It could not tell: no signal, no permission to give, too slow. */
  | { readonly at: 'unknown' };

/** After this long one picks a street sooner. Milliseconds. */
const PATIENCE_MS = 10_000;
/** So lately found, a place is still good for finding a station. Milliseconds. */
const FRESH_MS = 60_000;

/** Asks the phone, and so may ask the person: only after a tap that says what for. GCJ-02, as everywhere. */
export async function askWhereabouts(): Promise<Whereabouts> {
  const { geolocation } = navigator as { geolocation?: Geolocation };
  if (geolocation === undefined) return { at: 'unknown' };
  try {
    const { coords } = await new Promise<GeolocationPosition>((found, failed) => {
      geolocation.getCurrentPosition(found, failed, {
        enableHighAccuracy: true,
        timeout: PATIENCE_MS,
        maximumAge: FRESH_MS,
      });
    });
    return { at: 'here', place: await fromGps(coords) };
  } catch (reason) {
    return { at: isRefusal(reason) ? 'refused' : 'unknown' };
  }
}

/** A browser speaks WGS-84; in China that lies some five hundred metres beside what maps show. */
async function fromGps({ longitude, latitude }: GeolocationCoordinates): Promise<Place> {
  const { default: gcoord } = await import('gcoord');
  const [gcjLongitude, gcjLatitude] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02);
  return { longitude: gcjLongitude, latitude: gcjLatitude };
}

/** PERMISSION_DENIED of the Geolocation API. */
const isRefusal = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && reason.code === 1;

export type Destination = { readonly place: Place; readonly name: string; readonly address: string };

/** Shows the way there, in the map app that the phone has. */
export function openNavigation({ place, name }: Destination): void {
  const position = `${place.longitude.toFixed(6)},${place.latitude.toFixed(6)}`;
  const address = `https://uri.amap.com/marker?position=${position}&name=${encodeURIComponent(name)}&coordinate=gaode&callnative=1`;
  window.open(address, '_blank', 'noopener');
}
