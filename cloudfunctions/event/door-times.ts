import type { EventSession } from '../../types/event-form';
import { EpochMs } from '../../types/time';
import type { EventRecord } from './records';

const MINUTE_MS = 60_000;
/** The door opens so long before a session begins. Milliseconds. */
export const DOOR_OPENS_BEFORE_MS = 60 * MINUTE_MS;
/** A host may still take in whoever was in the queue so long after a session's end. Milliseconds. */
export const HOST_AFTER_MS = 15 * MINUTE_MS;
/** A host's phone may be ahead of ours by so much. Milliseconds. */
const CLOCK_AHEAD_MS = 2 * MINUTE_MS;
/** What a host's phone kept without a network is taken so long after. Milliseconds. */
const SCANS_ARRIVE_WITHIN_MS = 24 * 60 * MINUTE_MS;

type Timed = Pick<EventRecord, 'sessions' | 'state'>;

/**
 * The session that a guest may check in to by themselves: the one that runs, otherwise the next to begin within the hour.
 * It is open until its end.
 */
export function sessionOpenAt(event: Timed, at: EpochMs): EventSession | null {
  if (!isOn(event)) return null;
  const running = event.sessions.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt);
  return (
    running ?? event.sessions.find(({ startsAt }) => startsAt - DOOR_OPENS_BEFORE_MS <= at && at < startsAt) ?? null
  );
}

/** Nobody is marked as there any earlier. */
export const doorsHaveOpened = ({ startsAt }: Pick<EventRecord, 'startsAt'>, now: EpochMs): boolean =>
  startsAt - DOOR_OPENS_BEFORE_MS <= now;

/** The session that a host's scan is of: as for a guest, and a quarter of an hour longer. */
export const sessionOfHost = (event: Timed, at: EpochMs): EventSession | null =>
  sessionOpenAt(event, at) ??
  (isOn(event) ? (event.sessions.find(({ endsAt }) => endsAt <= at && at < endsAt + HOST_AFTER_MS) ?? null) : null);

/**
 * A host's scan, made now or kept on their phone without a network: its session, and when it was made.
 *
 * The phone's clock is believed where it names a session of the last day; a little ahead of ours it is taken for now.
 */
export function scanAt(
  event: Timed,
  said: EpochMs,
  now: EpochMs,
): { readonly session: EventSession; readonly at: EpochMs } | null {
  if (said > now + CLOCK_AHEAD_MS || said < now - SCANS_ARRIVE_WITHIN_MS) return null;
  const at = EpochMs.parse(Math.min(said, now));
  const session = sessionOfHost(event, at);
  return session === null ? null : { session, at };
}

/** After this instant no scan of an event is taken any more: who came is known. */
export const doorIsShutAt = (endsAt: EpochMs): EpochMs =>
  EpochMs.parse(endsAt + HOST_AFTER_MS + SCANS_ARRIVE_WITHIN_MS);

const isOn = ({ state }: Timed): boolean => state === 'published' || state === 'closed' || state === 'held';
