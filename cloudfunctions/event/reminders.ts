import type { EventSession } from '../../types/event-form';
import type { ShanghaiDay } from '../../types/time';
import { EpochMs, NEVER, addDays, shanghaiDay, startOfDay } from '../../types/time';
import { isListed } from './event-index';
import type { EventRecord, Telling } from './records';
import { events } from './records';

const HOUR_MS = 3_600_000;
/** People read it after work, and may still give their place back. Hours after midnight in Shanghai. */
const EVENING_HOUR = 19;
/** Time enough to get there from anywhere in Pudong. */
const SOON_MS = 2 * HOUR_MS;

export type Reminder = {
  readonly kind: 'event-tomorrow' | 'event-soon';
  /** Due from then on. */
  readonly at: EpochMs;
  /** After that it would be of no use. */
  readonly until: EpochMs;
  /** The beginning that it speaks of. */
  readonly of: EpochMs;
};

/** Reminders of an event: the evening before each of its days, and two hours before the day's first session. */
export function remindersOf(sessions: readonly EventSession[]): Reminder[] {
  const firsts = new Map<ShanghaiDay, EpochMs>();
  for (const { startsAt } of sessions) {
    const day = shanghaiDay(startsAt);
    firsts.set(day, EpochMs.parse(Math.min(startsAt, firsts.get(day) ?? startsAt)));
  }
  return [...firsts].flatMap(([day, of]) => [
    {
      kind: 'event-tomorrow',
      at: EpochMs.parse(startOfDay(addDays(day, -1)) + EVENING_HOUR * HOUR_MS),
      until: startOfDay(day),
      of,
    },
    { kind: 'event-soon', at: EpochMs.parse(of - SOON_MS), until: of, of },
  ]);
}

type Reminded = Pick<EventRecord, 'state' | 'sessions' | 'quotas' | 'remindedUpTo'>;

/** Reminders whose time has come, each for the times as they now are. */
export const remindersDue = (event: Reminded, now: EpochMs): Reminder[] =>
  ahead(event).filter(({ at, until }) => event.remindedUpTo < at && at <= now && now < until);

/** When the sweep must look again; at once while something is due. */
export const nextReminderAt = (event: Reminded, now: EpochMs): EpochMs =>
  EpochMs.parse(
    Math.min(NEVER, ...ahead(event).flatMap(({ at, until }) => (event.remindedUpTo < at && now < until ? [at] : []))),
  );

/** Nobody is reminded of what was called off, and nobody has a place where all walk in. */
const ahead = ({ state, sessions, quotas }: Reminded): Reminder[] =>
  isListed(state) && quotas.length > 0 ? remindersOf(sessions) : [];

/**
 * The sweep's part: writes down that those who have a place are to be reminded; the tellings do it, page by page. One
 * conditional update, so that a crash or a second timer reminds nobody twice. None when nothing is due.
 *
 * @returns how many reminders began
 */
export async function remind(event: EventRecord, now: EpochMs): Promise<number> {
  const due = remindersDue(event, now);
  if (due.length === 0) return 0;
  const outcome = await events.update(
    { _id: event._id, revision: event.revision, remindedUpTo: event.remindedUpTo },
    { set: { remindedUpTo: now }, append: { tellings: due.map(tellingOf) } },
  );
  return outcome === 'updated' ? due.length : 0;
}

const tellingOf = ({ kind, at, of }: Reminder): Telling => ({
  key: `${kind}:${of}`,
  kind,
  to: 'confirmed',
  words: null,
  at,
  when: of,
  after: null,
});
