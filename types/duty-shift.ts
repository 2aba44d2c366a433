import * as z from 'zod/mini';
import { contract } from './contract';
import { notMineReasons, placeStates, shiftStates, swapStates } from './duty-kind';
import { DutyRole, Need } from './duty-roster';
import { Volunteer, VOLUNTEER_TERMS, VolunteerForm } from './duty-volunteer';
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
  /** What a volunteer sees first: who they are, the next shift, what waits for their word. Null for everybody else. */
  showVolunteer: {
    caller: 'person',
    input: z.object({}),
    output: z.object({
      volunteer: z.nullable(Volunteer),
      next: z.nullable(OwnPlace),
      /** Exchanges that wait for the caller's answer. */
      swapsAsked: z.int(),
    }),
    refusals: [],
    roundTrips: 3,
  },
  /** Asks to become a volunteer of a station, or changes what one said. Somebody whom the union appointed need not wait. */
  saveVolunteer: {
    caller: 'person',
    input: z.object({ form: VolunteerForm, terms: z.literal(VOLUNTEER_TERMS) }),
    output: z.object({ volunteer: Volunteer }),
    refusals: ['station-not-found', 'name-needed', 'too-young', 'words-refused'],
    /** Five; more when the same person says so on two phones at once. */
    roundTrips: 12,
  },
  /** Stops being a volunteer: places to come are given back, the book of hours stays. */
  leaveVolunteering: {
    caller: 'person',
    input: z.object({}),
    output: z.object({ released: z.int() }),
    refusals: ['not-a-volunteer', 'on-duty-now'],
    /** Some three for each place to come, more when others are quicker. */
    roundTrips: 240,
  },

  /** Shifts of the next days that the caller may take, soonest first; with each that is not for them, why. */
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

  /** Whom the caller could ask for one of their shifts: colleagues of the station, with what each could give. */
  listSwapPartners: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId }),
    output: z.object({
      partners: z.array(
        z.object({
          number: VolunteerNo,
          calledName: z.string(),
          /** Whether they could come in the caller's place for nothing. */
          mayReplace: z.boolean(),
          /** Their shifts that the caller could take for it. */
          shifts: z.array(ShiftSummary),
        }),
      ),
    }),
    refusals: ['shift-not-found', 'no-place', 'not-a-volunteer'],
    roundTrips: 5,
  },
  askSwap: {
    caller: 'person',
    input: z.object({
      shiftId: ShiftId,
      to: VolunteerNo,
      wanted: z.nullable(ShiftId),
      requestKey: RequestKey,
    }),
    output: z.object({ swapId: WishId }),
    refusals: [
      'shift-not-found',
      'no-place',
      'too-late',
      'partner-not-found',
      'partner-cannot',
      'you-cannot',
      'asked-already',
    ],
    roundTrips: 14,
  },
  /** The other's word, or the asker's taking it back. Both places change hands in one act, or none does. */
  answerSwap: {
    caller: 'person',
    input: z.object({ swapId: WishId, answer: z.enum(['agree', 'decline', 'withdraw', 'undo']) }),
    output: z.object({ state: SwapState }),
    refusals: [
      'swap-not-found',
      'not-yours',
      'answered-already',
      'lapsed',
      'places-changed',
      'too-late',
      ...notMineReasons,
    ],
    /** Five documents in one act, up to five times when others are quicker. */
    roundTrips: 70,
  },
});
