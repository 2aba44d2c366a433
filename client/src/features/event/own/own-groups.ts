import type { EventSummary, OwnRegistration } from '@contract/event-view';
import { isLiving } from './kept-own';
import { listWords } from './own-list-copy';

export type OwnEvent = { readonly event: EventSummary; readonly own: OwnRegistration };
export type OwnGroup = { readonly label: string; readonly items: readonly OwnEvent[] };

/** What waits for a word first, then what is to come, then what one waits for, then what is over. */
export function ownGroups(items: readonly OwnEvent[], now: number): readonly OwnGroup[] {
  const isOver = ({ event, own }: OwnEvent): boolean =>
    !isLiving(own) || event.endsAt <= now || event.state === 'cancelled';
  const groupOf = (item: OwnEvent): string => {
    if (isOver(item)) return listWords.over;
    if (item.own.state === 'offered') return listWords.offered;
    return item.own.state === 'confirmed' ? listWords.toCome : listWords.waiting;
  };
  return [listWords.offered, listWords.toCome, listWords.waiting, listWords.over]
    .map((label) => ({ label, items: items.filter((item) => groupOf(item) === label) }))
    .filter(({ items: own }) => own.length > 0);
}

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
