import * as z from 'zod/mini';
import { EpochMs, ShanghaiDay } from './time';

/** Minutes since midnight in Shanghai. 1,440 is the midnight that ends the day. */
export const MinuteOfDay = z.int().check(z.minimum(0), z.maximum(1440));
export type MinuteOfDay = z.infer<typeof MinuteOfDay>;

/** 1 is Monday, 7 is Sunday. */
export const Weekday = z.int().check(z.minimum(1), z.maximum(7));
export type Weekday = z.infer<typeof Weekday>;

/** A day of any year, `MM-DD`. */
export const DayOfYear = z
  .string()
  .check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'date'))
  .brand<'DayOfYear'>();
export type DayOfYear = z.infer<typeof DayOfYear>;

/** Somebody on duty receives you, or one lets oneself in. */
export const Attendance = z.enum(['staffed', 'unattended']);
export type Attendance = z.infer<typeof Attendance>;

/**
 * One stretch of an opening table, e.g. Monday to Friday 8:30–11:00, somebody on duty.
 *
 * `until` at or before `from` runs into the next day (22:00–6:00, or 0:00–0:00 for the whole day); such a stretch
 * belongs to the day on which it begins. `season` bounds the days on which it begins, both ends included, and may run
 * over New Year (11-01 to 03-31).
 */
export const Session = z.object({
  days: z.array(Weekday).check(z.minLength(1, 'missing'), z.maxLength(7)),
  from: MinuteOfDay.check(z.maximum(1439)),
  until: MinuteOfDay,
  attendance: Attendance,
  season: z.nullable(z.object({ from: DayOfYear, until: DayOfYear })),
});
export type Session = z.infer<typeof Session>;

/** What a public holiday (国务院办公厅 notice of the year) does to the table. */
export const HolidayRule = z.enum([
  /** The table knows weekdays only: a holiday is a day like any other. */
  'as-usual',
  /** Closed on public holidays; a Saturday or Sunday that is worked instead keeps Monday's hours. */
  'closed',
  /** `holidaySessions` in place of the table on public holidays; worked weekends keep Monday's hours. */
  'own-hours',
]);
export type HolidayRule = z.infer<typeof HolidayRule>;

/** When a station is open by its own notice on the door. No session at all: the hours are not known. */
export const Opening = z.object({
  sessions: z.array(Session).check(z.maxLength(14, 'too-long')),
  onHolidays: HolidayRule,
  /** Only with `own-hours`; their `days` and `season` are not asked. */
  holidaySessions: z.array(Session).check(z.maxLength(4, 'too-long')),
});
export type Opening = z.infer<typeof Opening>;

/** 2100-01-01 in Shanghai: nobody announces further ahead, and a slip must not close a station for ever. */
const FURTHEST = Date.parse('2100-01-01T00:00:00+08:00');

/** A closure that staff announced: works, a typhoon, a move. Half-open. */
export const Closure = z.object({
  from: EpochMs.check(z.maximum(FURTHEST, 'date')),
  until: EpochMs.check(z.maximum(FURTHEST, 'date')),
  reason: z.string().check(z.trim(), z.minLength(1, 'missing'), z.maxLength(60, 'too-long')),
});
export type Closure = z.infer<typeof Closure>;

/**
 * Why the map says what it says, the strongest reason first; the client has a sentence for each.
 *
 * `by-rule-open` and `by-rule-closed` carry the stretch as instants, so that a phone can say 9:00–17:00.
 */
export const OpenReason = z.discriminatedUnion('because', [
  z.object({ because: z.literal('on-duty'), since: EpochMs }),
  z.object({ because: z.literal('confirmed'), people: z.int(), lastAt: EpochMs }),
  z.object({ because: z.literal('reported-locked'), people: z.int(), lastAt: EpochMs }),
  z.object({ because: z.literal('closure'), until: EpochMs, reason: z.string() }),
  z.object({
    because: z.literal('by-rule-open'),
    from: EpochMs,
    until: EpochMs,
    attendance: Attendance,
    /** Around the clock: `from` and `until` mean nothing. */
    allDay: z.boolean(),
  }),
  z.object({ because: z.literal('by-rule-closed'), opensAt: z.nullable(EpochMs) }),
  z.object({ because: z.literal('hours-unknown') }),
]);
export type OpenReason = z.infer<typeof OpenReason>;

/**
 * `open`, `closed`, or `doubtful`: the rule says open and somebody at the door says otherwise, or nobody knows.
 */
export const OpenStatus = z.object({
  state: z.enum(['open', 'closed', 'doubtful']),
  reasons: z.array(OpenReason),
});
export type OpenStatus = z.infer<typeof OpenStatus>;

/** The stretch of a day as its notice would print it, for the week's table on a station's page. */
export const DayHours = z.object({
  day: ShanghaiDay,
  /** null: an ordinary day. */
  holiday: z.nullable(z.string()),
  spans: z.array(z.object({ from: MinuteOfDay, until: MinuteOfDay, attendance: Attendance })),
});
export type DayHours = z.infer<typeof DayHours>;
