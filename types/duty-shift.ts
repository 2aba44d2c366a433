import * as z from 'zod/mini';
import { contract } from './contract';
import { notMineReasons, placeStates, shiftStates, swapStates } from './duty-kind';
import { DutyRole, Need } from './duty-roster';
import { RequestKey } from './evidence';
import { ShiftId, StationId, VolunteerNo, WishId } from './ids';
import { PageCursor } from './paging';
import { Place } from './place';
import { EpochMs } from './time';

export const PlaceState = z.enum(placeStates);
export const ShiftState = z.enum(shiftStates);
export const NotMine = z.enum(notMineReasons);
export const SwapState = z.enum(swapStates);

/** One line of a list of shifts. */
export const ShiftSummary = z.object({
  shiftId: ShiftId,
  state: ShiftState,
  title: z.string(),
  stationId: StationId,
  stationName: z.string(),
  street: z.string(),
  address: z.string(),
  startsAt: EpochMs,
  endsAt: EpochMs,
  /** Every role with how many it needs and how many are still wanted. */
  needs: z.array(z.object({ ...Need.shape, free: z.int() })),
  standbyFree: z.int(),
});
export type ShiftSummary = z.infer<typeof ShiftSummary>;

/** A shift as somebody who may take it reads it in a list. */
export const OpenShift = z.object({
  ...ShiftSummary.shape,
  /** From where one asked, or from one's own station; null where either is not known. */
  distanceM: z.nullable(z.int()),
  /** Why not; empty when it may be taken. */
  notMine: z.array(NotMine),
  /** Nobody at the station has taken it: its neighbours are asked. */
  isCall: z.boolean(),
});
export type OpenShift = z.infer<typeof OpenShift>;

/** A colleague on the same shift, as volunteers know each other. */
export const Colleague = z.object({
  number: VolunteerNo,
  /** What they like to be called, e.g. 张阿姨. */
  calledName: z.string(),
  role: DutyRole,
  state: PlaceState,
  isSelf: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

/** An exchange: `theirs` null asks somebody to come in one's place and gives nothing for it. */
export const SwapView = z.object({
  swapId: WishId,
  state: SwapState,
  isOwn: z.boolean(),
  from: z.object({ number: VolunteerNo, calledName: z.string() }),
  to: z.object({ number: VolunteerNo, calledName: z.string() }),
  given: ShiftSummary,
  wanted: z.nullable(ShiftSummary),
  askedAt: EpochMs,
  /** It lapses when the earlier of the two shifts comes near. */
  until: EpochMs,
  /** It is done, and may be undone until then; null when it may not. */
  undoUntil: z.nullable(EpochMs),
});
export type SwapView = z.infer<typeof SwapView>;

/** One's own place at a shift. */
export const OwnPlace = z.object({
  shift: ShiftSummary,
  role: DutyRole,
  state: PlaceState,
  /** Only stands by: nobody counts on them before they are called. */
  isStandby: z.boolean(),
  /** They were called, since somebody did not come. */
  isCalled: z.boolean(),
  mayRelease: z.boolean(),
  /** Until then; null when that has passed or does not apply. */
  releaseUntil: z.nullable(EpochMs),
  mayClockInFrom: z.nullable(EpochMs),
  /** Why they did not come, in their own words, and what the head said to it. */
  excuse: z.nullable(z.object({ words: z.string(), accepted: z.nullable(z.boolean()) })),
});
export type OwnPlace = z.infer<typeof OwnPlace>;

export const shiftActions = contract({
  /**
   * Shifts of the next days that the caller may take; with each that is not for them, why. The soonest first; with
   * `from` those that they may take and the nearest first, of a window of the soonest at a time. Each is on one page.
   */
  listOpenShifts: {
    caller: 'person',
    input: z.object({
      /** Days from today on, at most four weeks. */
      days: z.int().check(z.minimum(1), z.maximum(28)),
      from: z.nullable(Place),
      cursor: z.optional(z.nullable(PageCursor)),
    }),
    output: z.object({ shifts: z.array(OpenShift), next: z.nullable(PageCursor) }),
    refusals: ['not-a-volunteer', 'not-accepted'],
    roundTrips: 2,
  },
  /** The caller's own places: those to come and those of the last 30 days, and exchanges that are under way. */
  listOwnShifts: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ upcoming: z.array(OwnPlace), past: z.array(OwnPlace), swaps: z.array(SwapView) }),
    refusals: ['not-a-volunteer'],
    roundTrips: 4,
  },
  /** One shift, with those who are on it. */
  showShift: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId }),
    output: z.object({
      shift: ShiftSummary,
      place: z.nullable(Place),
      phone: z.nullable(z.string()),
      colleagues: z.array(Colleague),
      own: z.nullable(OwnPlace),
      notMine: z.array(NotMine),
      /** Places of others that could be exchanged for one's own: only asked for when one has a place here. */
      swaps: z.array(SwapView),
      releaseHours: z.int(),
      swapNeedsHead: z.boolean(),
    }),
    refusals: ['shift-not-found', 'not-a-volunteer', 'not-accepted'],
    roundTrips: 5,
  },

  take: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId, role: DutyRole, requestKey: RequestKey }),
    output: z.object({ own: OwnPlace }),
    refusals: ['shift-not-found', 'not-a-volunteer', 'not-accepted', 'role-unknown', ...notMineReasons],
    roundTrips: 30,
  },
  /** Gives the place back; after the deadline only an exchange or the head can help. Taken again, it is as before. */
  release: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId }),
    output: z.object({ shift: ShiftSummary }),
    refusals: ['shift-not-found', 'no-place', 'too-late', 'on-duty-now'],
    roundTrips: 30,
  },
  /** Stands by for a shift, or no longer does. */
  standBy: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId, ready: z.boolean() }),
    output: z.object({ own: z.nullable(OwnPlace) }),
    refusals: ['shift-not-found', 'not-a-volunteer', 'not-accepted', 'standby-full', ...notMineReasons],
    roundTrips: 30,
  },
  /** Somebody who stands by was called and comes: the place of whoever is late is theirs now. */
  stepIn: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId }),
    output: z.object({ own: OwnPlace }),
    refusals: ['shift-not-found', 'not-standing-by', 'not-called', 'nobody-missing', ...notMineReasons],
    /** Three documents in one act, up to five times when others are quicker. */
    roundTrips: 60,
  },
});
