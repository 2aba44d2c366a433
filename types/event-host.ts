import * as z from 'zod/mini';
import { contract } from './contract';
import { RequestKey, ShownCode } from './evidence';
import { EventId, Lot } from './ids';
import { EpochMs } from './time';

/** Who receives people at the door. */
export const hosts = { staff: ['volunteer', 'station-head', 'clerk', 'administrator', 'matchmaker'] } as const;

export const hostActions = contract({
  /** The codes that people scan from the host's phone, ten minutes ahead, each for its own half minute. */
  showHostCodes: {
    caller: hosts,
    input: z.object({ eventId: EventId }),
    output: z.object({
      eventId: EventId,
      title: z.string(),
      session: EpochMs,
      codes: z.array(z.object({ code: z.string(), from: EpochMs, until: EpochMs })),
      /** Our clock as it answered: a host's phone may be wrong, and what it writes down is dated by this. */
      asOf: EpochMs,
      expected: z.int(),
      present: z.int(),
      walkIns: z.int(),
      /** People may come without having registered: the host counts them. */
      takesWalkIns: z.boolean(),
    }),
    refusals: ['event-not-found', 'outside-your-unions', 'not-now'],
    roundTrips: 4,
  },
  /**
   * Somebody's code, read by the host: there, or why not. From an hour before a session to a quarter of an hour after
   * it. Scans made without a network arrive up to a day later, with their own time.
   */
  admitGuest: {
    caller: hosts,
    input: z.object({
      eventId: EventId,
      /** Of the guest's phone, or the letters below it that they read out. */
      code: ShownCode,
      at: EpochMs,
    }),
    output: z.object({
      lot: Lot,
      maskedName: z.string(),
      people: z.int(),
      at: EpochMs,
      /** False when they were checked in before. */
      isNew: z.boolean(),
    }),
    refusals: ['event-not-found', 'outside-your-unions', 'code-unreadable', 'other-event', 'no-place', 'not-now'],
    /** Four for most. */
    roundTrips: 10,
  },
  /** So many people who walked in, or minus one for a slip of the finger. Counted once for each request. */
  countWalkIn: {
    caller: hosts,
    input: z.object({
      eventId: EventId,
      requestKey: RequestKey,
      people: z.int().check(
        z.minimum(-5),
        z.maximum(20),
        z.refine((people) => people !== 0, { error: 'missing' }),
      ),
      at: EpochMs,
    }),
    output: z.object({ walkIns: z.int(), isNew: z.boolean() }),
    refusals: ['event-not-found', 'outside-your-unions', 'not-now', 'no-walk-ins', 'none-counted'],
    /** Four for most. */
    roundTrips: 10,
  },
});
