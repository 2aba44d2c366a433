import type { EventForm } from '../../types/event-form';
import type { EventState } from '../../types/event-kind';
import { EpochMs, NEVER } from '../../types/time';
import type { EventRecord } from './records';

const DAY_MS = 86_400_000;
/** Ratings, excuses and questions come for so long after an event. Days. */
const ARCHIVED_AFTER_DAYS = 30;

/**
 * The whole life of an event. Nobody opens a closed event again but by saving it with a later end of registration;
 * what is being held, or was, is never called off.
 */
export const eventSteps = {
  draft: { publish: 'published', 'call-off': 'cancelled' },
  published: { close: 'closed', 'call-off': 'cancelled' },
  closed: { reopen: 'published', 'call-off': 'cancelled', hold: 'held' },
  held: { archive: 'archived' },
  archived: {},
  cancelled: {},
} as const satisfies Record<EventState, Partial<Record<string, EventState>>>;
export type EventStep = { [State in EventState]: keyof (typeof eventSteps)[State] }[EventState];

/** The state that a step leads to; null where there is no such step. */
export const stepped = (state: EventState, step: EventStep): EventState | null =>
  (eventSteps[state] as Partial<Record<EventStep, EventState>>)[step] ?? null;

type Timed = Pick<EventRecord, 'state' | 'closesAt' | 'startsAt' | 'endsAt'>;

/** What staff may do with an event as it stands. */
export function mayNow(
  event: Timed,
  now: EpochMs,
): { publish: boolean; close: boolean; callOff: boolean; edit: boolean } {
  const isToCome = now < event.endsAt;
  return {
    publish: stepped(event.state, 'publish') !== null && now < event.startsAt && now < event.closesAt,
    close: stepped(event.state, 'close') !== null && now < event.closesAt,
    callOff: stepped(event.state, 'call-off') !== null && (event.state === 'draft' || isToCome),
    // A draft whose day went by is given another.
    edit: event.state === 'draft' || (isLiving(event.state) && isToCome),
  };
}

/** People may register for it, have, or come. */
export const isLiving = (state: EventState): boolean => state === 'published' || state === 'closed';

/** A draft, or one that was called off before anybody else could read it: it is there for its writers alone. */
export function isHidden({ state, history }: Pick<EventRecord, 'state' | 'history'>): boolean {
  if (state !== 'cancelled') return state === 'draft';
  const acts = history.map(({ act }) => act);
  return (acts.includes('drafted') || acts.includes('copied')) && !acts.includes('published');
}

/** The step that time takes next, and when; null when time changes nothing any more. */
export function nextByClock({ state, closesAt, endsAt }: Timed): { step: EventStep; at: EpochMs } | null {
  if (state === 'published') return { step: 'close', at: closesAt };
  if (state === 'closed') return { step: 'hold', at: endsAt };
  if (state === 'held') return { step: 'archive', at: EpochMs.parse(endsAt + ARCHIVED_AFTER_DAYS * DAY_MS) };
  return null;
}

/** When the timer must look at an event for time's sake; `NEVER` when time changes nothing any more. */
export const clockAt = (event: Timed): EpochMs => nextByClock(event)?.at ?? NEVER;

/** The state that a closed event has after its form was saved: open again where registration now ends later. */
export const stateAfterSave = (
  before: Pick<EventRecord, 'state' | 'closesAt'>,
  form: Pick<EventForm, 'closesAt'>,
  now: EpochMs,
): EventState =>
  stepped(before.state, 'reopen') !== null && before.closesAt < form.closesAt && now < form.closesAt
    ? eventSteps.closed.reopen
    : before.state;
