import * as z from 'zod/mini';
import { contract } from './contract';
import { ProfileId, StationId, UnionId } from './ids';
import { slotStates } from './match-kind';
import { StudioView } from './match-profile';
import { EpochMs, ShanghaiDay } from './time';

export const SlotState = z.enum(slotStates);
/** `0900a`: when it begins, and at which table. */
export const SlotId = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3])[0-5]\d[a-j]$/, 'format'))
  .brand<'SlotId'>();
export type SlotId = z.infer<typeof SlotId>;

/** A time of a sitting: how many matchmakers are still free then. */
export const SlotView = z.object({ startsAt: EpochMs, endsAt: EpochMs, free: z.int() });
export type SlotView = z.infer<typeof SlotView>;

/** One's own appointment. */
export const BookingView = z.object({
  studioId: UnionId,
  studioName: z.string(),
  stationId: StationId,
  stationName: z.string(),
  address: z.string(),
  room: z.nullable(z.string()),
  day: ShanghaiDay,
  startsAt: EpochMs,
  endsAt: EpochMs,
});
export type BookingView = z.infer<typeof BookingView>;

export const matchmakers = { staff: ['matchmaker'] } as const;
/** Who keeps a studio's hours. They see no profile. */
export const studioKeepers = { staff: ['matchmaker', 'clerk', 'administrator'] } as const;

const line = (most: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'missing'),
      z.maxLength(most, 'too-long'),
      z.regex(/^(?:[^\p{C}\u2028\u2029]|\n)*$/u, 'characters'),
    );

/** What a studio is and when it sits. */
export const StudioForm = z.object({
  name: line(20),
  about: line(300),
  stationId: StationId,
  room: z.nullable(line(20)),
  /** 1 Monday … 7 Sunday. */
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  /** Minutes after midnight. */
  from: z.int().check(z.minimum(0), z.maximum(1_430)),
  until: z.int().check(z.minimum(10), z.maximum(1_440)),
  slotMinutes: z.int().check(z.minimum(10), z.maximum(120)),
  /** Matchmakers at one time. */
  tables: z.int().check(z.minimum(1), z.maximum(10)),
  needsStamp: z.boolean(),
  isOpen: z.boolean(),
});
export type StudioForm = z.infer<typeof StudioForm>;

/** An appointment as the matchmaker of that day reads it. */
export const DaySlot = z.object({
  slotId: SlotId,
  startsAt: EpochMs,
  endsAt: EpochMs,
  /** From a to j. */
  table: z.string(),
  state: SlotState,
  /** What they are called; of somebody without a profile the masked name. Null where nobody is. */
  who: z.nullable(z.string()),
  profileId: z.nullable(ProfileId),
});
export type DaySlot = z.infer<typeof DaySlot>;

export const sittingActions = contract({
  /** The sittings of the weeks to come; a holiday has none. */
  listSittings: {
    caller: 'person',
    input: z.object({ studioId: UnionId }),
    output: z.object({
      studio: StudioView,
      days: z.array(z.object({ day: ShanghaiDay, isCalledOff: z.boolean(), slots: z.array(SlotView) })),
      own: z.nullable(BookingView),
    }),
    refusals: ['studio-not-found'],
    roundTrips: 4,
  },
  /** One appointment a person at a time. Asking again for the same time hears of the first. */
  bookSitting: {
    caller: 'person',
    input: z.object({ studioId: UnionId, startsAt: EpochMs }),
    output: z.object({ booking: BookingView }),
    refusals: [
      'members-only',
      'studio-not-found',
      /** They cannot be received for now, and why is between them and their union. */
      'not-now',
      'no-such-time',
      'begun-already',
      'called-off',
      'full',
      'booked-already',
    ],
    /** 13 as a rule; more where many want a time of the same day in the same second. */
    roundTrips: 60,
  },
  cancelSitting: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ cancelled: z.boolean() }),
    refusals: ['begun-already'],
    roundTrips: 60,
  },

  /** A day of the studio, table by table. Who reads it is written down for everybody on it. */
  showDay: {
    caller: matchmakers,
    isLook: true,
    input: z.object({ studioId: UnionId, day: ShanghaiDay }),
    output: z.object({
      day: ShanghaiDay,
      isCalledOff: z.boolean(),
      holiday: z.nullable(z.string()),
      slots: z.array(DaySlot),
    }),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio'],
    roundTrips: 7,
  },
  /**
   * Somebody came, or did not: from the beginning of their time until seven days later. Who did not is told kindly, once
   * the sitting is over, that they may book again.
   */
  markSitting: {
    caller: matchmakers,
    input: z.object({
      studioId: UnionId,
      day: ShanghaiDay,
      slotId: SlotId,
      outcome: z.enum(['came', 'missed', 'booked']),
    }),
    output: z.object({ state: SlotState }),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio', 'nobody-there', 'not-yet', 'too-late'],
    roundTrips: 7,
  },
  callOffDay: {
    caller: studioKeepers,
    input: z.object({ studioId: UnionId, day: ShanghaiDay, reason: line(100) }),
    output: z.object({ told: z.int() }),
    refusals: ['studio-not-found', 'outside-your-studio', 'no-such-time', 'begun-already'],
    roundTrips: 120,
  },
  showStudio: {
    caller: studioKeepers,
    input: z.object({}),
    output: z.object({
      /** Of the unions that the caller keeps a studio for, or may open one for. */
      studios: z.array(
        z.object({ studioId: UnionId, unionName: z.string(), form: z.nullable(StudioForm), revision: z.int() }),
      ),
    }),
    refusals: [],
    roundTrips: 4,
  },
  /** Opens a studio or changes it. Appointments that are made stand; days without any follow the new hours. */
  saveStudio: {
    caller: { staff: ['clerk', 'administrator'] },
    input: z.object({ studioId: UnionId, form: StudioForm, revision: z.int() }),
    output: z.object({ revision: z.int() }),
    refusals: ['outside-your-unions', 'station-not-found', 'hours-wrong', 'changed-meanwhile'],
    roundTrips: 30,
  },
});
