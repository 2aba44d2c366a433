import type { EventSummary, OwnRegistration } from '@contract/event-view';

export type OwnEvent = { readonly event: EventSummary; readonly own: OwnRegistration };

/** So long before it begins, an event is a thing of today. Milliseconds. */
const SOON_MS = 24 * 3_600_000;

/** What the first page speaks of: an offer that stands, else the next place within a day. */
export function newsOf(items: readonly OwnEvent[], now: number): OwnEvent | null {
  const living = items.filter(({ event }) => event.endsAt > now && event.state !== 'cancelled');
  const offers = living.filter(({ own }) => own.state === 'offered' && (own.until === null || own.until > now));
  const soon = living.filter(({ event, own }) => own.state === 'confirmed' && event.nextAt - now < SOON_MS);
  const [first] = [
    ...offers.sort((one, other) => (one.own.until ?? 0) - (other.own.until ?? 0)),
    ...soon.sort((one, other) => one.event.nextAt - other.event.nextAt),
  ];
  return first ?? null;
}
