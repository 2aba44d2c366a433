import type { EventKind } from '@contract/event-kind';
import type { ShanghaiDay } from '@contract/time';
import { useState } from 'react';
import { usePages } from '@/use-pages';

/** What is looked for; null where it does not matter. `from`: a day to begin at, null today. */
export type EventFilter = {
  readonly from: ShanghaiDay | null;
  readonly kind: EventKind | null;
  readonly street: string | null;
};

export const everything: EventFilter = { from: null, kind: null, street: null };

export const isFiltered = ({ from, kind, street }: EventFilter): boolean =>
  from !== null || kind !== null || street !== null;

/** The events to come, as far as one has read on. */
export function useBrowsing() {
  const [filter, onFilter] = useState(everything);
  const { question, more } = usePages('event.browse', { ...filter, stationId: null, programme: null });
  return { filter, onFilter, question, more };
}
