import { EpochMs } from '../../types/time';
import { doorIsShutAt } from './door-times';
import type { EventRecord } from './records';
import type { Guest, Missed, Registration } from './registration-records';

const DAY_MS = 86_400_000;
/** An event that somebody missed without a word counts so long. Milliseconds. */
export const MISS_COUNTS_MS = 60 * DAY_MS;
/** So long after an event somebody may say why they did not come. Milliseconds. */
export const EXCUSE_WITHIN_MS = 14 * DAY_MS;
/** From so many on, one registration at a time. */
export const MISSES_ENOUGH = 2;

/**
 * When it is known who did not come: not before the last scan that a host's phone kept without a network can have
 * arrived. Nobody is told that they were missed while their mark is on the way. An hour is for functions under way.
 */
export const missesKnownAt = ({ endsAt }: Pick<EventRecord, 'endsAt'>): EpochMs =>
  EpochMs.parse(doorIsShutAt(endsAt) + 3_600_000);

/** What a missed event leaves behind. */
export const missOf = ({ _id, title, endsAt }: Pick<EventRecord, '_id' | 'title' | 'endsAt'>): Missed => ({
  eventId: _id,
  title,
  at: endsAt,
  expiresAt: EpochMs.parse(endsAt + MISS_COUNTS_MS),
  counts: true,
});

/** Events missed in the last 60 days that count. */
export const missesThatCount = (guest: Pick<Guest, 'missed'> | null, now: EpochMs): number =>
  (guest?.missed ?? []).filter(({ counts, expiresAt }) => counts && now < expiresAt).length;

/** Whether somebody may still say why they did not come: once for an event, and not for ever. */
export const mayExcuse = (
  { missed, excuse }: Pick<Registration, 'missed' | 'excuse'>,
  { endsAt }: Pick<EventRecord, 'endsAt'>,
  now: EpochMs,
): boolean => missed === 'counts' && excuse === null && now < endsAt + EXCUSE_WITHIN_MS;
