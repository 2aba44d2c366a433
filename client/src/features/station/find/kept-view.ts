import type { StationFilter } from '@contract/station';
import type { Offer } from '@contract/station-view';
import Taro from '@tarojs/taro';
import type { Sight } from '@/platform/map-view-geometry';
import { facilityCodes, featureCodes } from '../offer-words';

const KEY = 'stations-view';

/** How the map was left: where it looked, and what for. Stays on the phone. */
export type KeptView = { readonly sight: Sight; readonly filter: StationFilter };

/** Pudong from the river to the sea, until one says where one is. GCJ-02. */
export const firstView: KeptView = {
  sight: { centre: { longitude: 121.57, latitude: 31.2 }, zoom: 11 },
  filter: { openNow: false, wants: [] },
};

export function readKept(): KeptView {
  const kept: unknown = Taro.getStorageSync(KEY);
  if (!isRecord(kept)) return firstView;
  return { sight: readSight(kept['sight']), filter: readFilter(kept['filter']) };
}

/** The middle is kept to about a hundred metres: enough to come back to, and no diary of where somebody was. */
export function keepView({ sight, filter }: KeptView): void {
  const { longitude, latitude } = sight.centre;
  const centre = { longitude: rounded(longitude), latitude: rounded(latitude) };
  Taro.setStorageSync(KEY, { sight: { centre, zoom: sight.zoom }, filter });
}

const rounded = (degrees: number): number => Math.round(degrees * 1_000) / 1_000;

function readSight(kept: unknown): Sight {
  if (!isRecord(kept) || !isRecord(kept['centre'])) return firstView.sight;
  const { longitude, latitude } = kept['centre'];
  const { zoom } = kept;
  if (!isWithin(longitude, 180) || !isWithin(latitude, 85) || !isWithin(zoom, 22) || zoom < 0) return firstView.sight;
  return { centre: { longitude, latitude }, zoom };
}

/** What was looked for before it was renamed or dropped is not looked for any more. */
function readFilter(kept: unknown): StationFilter {
  if (!isRecord(kept) || !Array.isArray(kept['wants'])) return firstView.filter;
  const known: readonly Offer[] = [...facilityCodes, ...featureCodes];
  const wanted: readonly unknown[] = kept['wants'];
  return { openNow: kept['openNow'] === true, wants: known.filter((offer) => wanted.includes(offer)).slice(0, 12) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isWithin = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= limit;
