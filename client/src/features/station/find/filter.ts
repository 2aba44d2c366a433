import type { StationFilter } from '@contract/station';
import type { Offer } from '@contract/station-view';

/** As many as one question may ask for at once (types/station.ts). */
export const MOST_WANTS = 12;

/** With the offer looked for, or no longer when it was. Past the most that can be asked for it stays as it is. */
export function withOffer(filter: StationFilter, offer: Offer): StationFilter {
  const { wants } = filter;
  if (wants.includes(offer)) return { ...filter, wants: wants.filter((other) => other !== offer) };
  return wants.length >= MOST_WANTS ? filter : { ...filter, wants: [...wants, offer] };
}

export const noFilter: StationFilter = { openNow: false, wants: [] };
export const isFiltered = ({ openNow, wants }: StationFilter): boolean => openNow || wants.length > 0;
