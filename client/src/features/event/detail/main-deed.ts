import type { EventDetail, EventViewer, NotNow } from '@contract/event-view';
import type { PageName } from '@/routes';
import { isLiving } from '../own/kept-own';
import { ownWords } from '../own/own-copy';
import { eventWords, notNowWords, opensWords, registerWords } from './event-copy';

/** The one thing to do on the page of an event: what its button says, and what a tap does. */
export type MainDeed =
  | { readonly do: 'register' | 'offer' | 'scan' | 'calendar' | 'give-up' | 'navigate'; readonly label: string }
  | { readonly do: 'go'; readonly label: string; readonly to: PageName; readonly why: string | null }
  /** Nothing to tap: the button says why. */
  | { readonly do: 'nothing'; readonly label: string; readonly why: string | null }
  | null;

const ways: Partial<Record<NotNow, PageName>> = {
  'sign-in-needed': 'mine',
  'members-only': 'enrol',
  'one-at-a-time': 'ownEvents',
};

export function mainDeed(event: EventDetail, viewer: EventViewer, now: number): MainDeed {
  const { own, notNow } = viewer;
  if (event.state === 'cancelled') return { do: 'go', label: eventWords.toEvents, to: 'events', why: null };
  if (own !== null && isLiving(own)) return ownDeed(own, event, now);
  if (event.endsAt <= now || event.state === 'held' || event.state === 'archived')
    return { do: 'go', label: eventWords.toEvents, to: 'events', why: null };
  if (notNow === null) return { do: 'register', label: registerLabel(event, viewer) };
  if (notNow === 'not-open-yet') return { do: 'nothing', label: opensWords(event.opensAt, now), why: null };
  if (notNow === 'walk-in-only' || (notNow === 'closed' && event.walkIns))
    return event.place === null
      ? { do: 'nothing', label: eventWords.walkIn, why: null }
      : { do: 'navigate', label: eventWords.navigate };
  const { button, why } = notNowWords[notNow];
  const to = ways[notNow];
  return to === undefined ? { do: 'nothing', label: button, why } : { do: 'go', label: button, to, why };
}

function ownDeed(own: NonNullable<EventViewer['own']>, { endsAt, sessions }: EventDetail, now: number): MainDeed {
  if (own.may.accept) return { do: 'offer', label: ownWords.accept };
  if (own.may.checkIn) return { do: 'scan', label: ownWords.checkIn };
  // Whoever is there needs no calendar to come, and no second check-in.
  if (endsAt <= now || own.attended.length >= sessions) return null;
  if (own.state === 'confirmed') return { do: 'calendar', label: eventWords.calendar };
  return own.may.cancel ? { do: 'give-up', label: leaveLabel(own) } : null;
}

function leaveLabel({ state, waitsFor }: NonNullable<EventViewer['own']>): string {
  if (state === 'entered') return ownWords.leaveDraw;
  return waitsFor === 'partner' ? ownWords.cancel : ownWords.leaveList;
}

/** A list is joined where there is no place for somebody like the viewer. */
export function registerLabel({ places, quotas }: EventDetail, viewer: EventViewer): string {
  if (places === 'draw') return registerWords.draw;
  const own = quotas.filter(({ group }) => viewer.quotas.includes(group));
  const left = own.reduce((sum, quota) => sum + quota.left, 0);
  if (own.length > 0 && left === 0) return registerWords.list;
  return viewer.own === null ? registerWords.register : registerWords.again;
}
