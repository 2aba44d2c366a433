import type { EventSummary } from '@contract/event-view';
import type { ShanghaiDay } from '@contract/time';
import { dayOf } from '../event-time';

export type EventDay = { readonly day: ShanghaiDay; readonly events: readonly EventSummary[] };

/** Events under their days in Shanghai, in order. What began on an earlier day and goes on belongs to today. */
export function byDay(events: readonly EventSummary[], now: number): readonly EventDay[] {
  const today = dayOf(now);
  const days = new Map<ShanghaiDay, EventSummary[]>();
  for (const event of events) {
    const begins = dayOf(event.nextAt);
    const day = begins < today ? today : begins;
    const found = days.get(day);
    if (found === undefined) days.set(day, [event]);
    else found.push(event);
  }
  return [...days.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([day, own]) => ({ day, events: own.sort((one, other) => one.nextAt - other.nextAt) }));
}
