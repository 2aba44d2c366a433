import * as z from 'zod/mini';
import { contract } from './contract';
import { DutyRole, Skill, dutyHeads } from './duty-roster';
import { DutyEvidence } from './duty-tap';
import { NotMine, PlaceState, ShiftSummary, SwapView } from './duty-shift';
import { VolunteerState } from './duty-volunteer';
import { Certificate, HoursEntry } from './duty-hours';
import { Steward } from './duty-upkeep';
import { RequestKey } from './evidence';
import { ShiftId, StationId, VolunteerNo, WishId } from './ids';
import { PageCursor } from './paging';
import { EpochMs, ShanghaiDay } from './time';

/** Somebody on the board of the week. */
export const BoardPlace = z.object({
  number: VolunteerNo,
  name: z.string(),
  role: DutyRole,
  state: PlaceState,
  isLate: z.boolean(),
  clockedInAt: z.nullable(EpochMs),
  clockedOutAt: z.nullable(EpochMs),
  evidence: z.nullable(DutyEvidence),
  /** What somebody said who did not come. */
  excuse: z.nullable(z.string()),
});
export type BoardPlace = z.infer<typeof BoardPlace>;

export const BoardShift = z.object({
  shift: ShiftSummary,
  places: z.array(BoardPlace),
  standby: z.array(z.object({ number: VolunteerNo, name: z.string(), isCalled: z.boolean() })),
  /** People still wanted, and how near it is: told at 72, 24 and 4 hours. */
  gap: z.nullable(z.object({ people: z.int(), stage: z.enum(['later', '72h', '24h', '4h', 'now']) })),
  visitors: z.int(),
  note: z.nullable(z.string()),
});
export type BoardShift = z.infer<typeof BoardShift>;

const Reason = z.string().check(z.trim(), z.minLength(2, 'missing'), z.maxLength(200, 'too-long'));

export const boardActions = contract({
  /** The week of a station: who comes, where somebody is missing, who is late. Monday first. */
  showBoard: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId, monday: ShanghaiDay }),
    output: z.object({ stationName: z.string(), shifts: z.array(BoardShift), asOf: EpochMs }),
    refusals: ['station-not-found', 'outside-your-unions', 'not-a-monday'],
    roundTrips: 4,
  },
  /** Gaps of the next days at all stations of the caller's unions, soonest first. */
  listGaps: {
    caller: dutyHeads,
    input: z.object({ cursor: z.optional(z.nullable(PageCursor)) }),
    output: z.object({
      items: z.array(
        z.object({ shift: ShiftSummary, people: z.int(), stage: z.enum(['later', '72h', '24h', '4h', 'now']) }),
      ),
      next: z.nullable(PageCursor),
    }),
    refusals: [],
    roundTrips: 2,
  },
  /** Volunteers of a station and what each may take of one shift. */
  listVolunteers: {
    caller: dutyHeads,
    input: z.object({ stationId: StationId, forShift: z.nullable(ShiftId) }),
    output: z.object({
      volunteers: z.array(
        z.object({
          number: VolunteerNo,
          name: z.string(),
          calledName: z.string(),
          state: VolunteerState,
          skills: z.array(Skill),
          since: EpochMs,
          /** Minutes that they have taken on in the week of the shift, or in this one. */
          weekMinutes: z.int(),
          notTheirs: z.array(NotMine),
        }),
      ),
    }),
    refusals: ['station-not-found', 'outside-your-unions', 'shift-not-found'],
    roundTrips: 4,
  },
  /** Gives a place to a volunteer, who is told, and may give it back as any other. The rules hold here, too. */
  assign: {
    caller: dutyHeads,
    input: z.object({ shiftId: ShiftId, number: VolunteerNo, role: DutyRole, requestKey: RequestKey }),
    output: z.object({ shift: BoardShift }),
    refusals: [
      'shift-not-found',
      'outside-your-unions',
      'volunteer-not-found',
      'not-accepted',
      'role-unknown',
      ...NotMine.options,
    ],
    roundTrips: 40,
  },
  /** Takes somebody off a shift, with a reason that they read. */
  unassign: {
    caller: dutyHeads,
    input: z.object({ shiftId: ShiftId, number: VolunteerNo, reason: Reason }),
    output: z.object({ shift: BoardShift }),
    refusals: ['shift-not-found', 'outside-your-unions', 'no-place', 'on-duty-now'],
    roundTrips: 40,
  },
  /** Calls a shift off; everybody on it is told. */
  callOffShift: {
    caller: dutyHeads,
    input: z.object({ shiftId: ShiftId, reason: Reason }),
    output: z.object({ shift: BoardShift }),
    refusals: ['shift-not-found', 'outside-your-unions', 'begun', 'called-off'],
    /** For twenty-five people, more when others are quicker. */
    roundTrips: 240,
  },
  /**
   * The head sees that somebody will not come, ten minutes after the beginning at the earliest: the place is for others
   * from then on, and whoever missed it is told and may say why. Coming after all still counts.
   */
  markMissed: {
    caller: dutyHeads,
    input: z.object({ shiftId: ShiftId, number: VolunteerNo }),
    output: z.object({ shift: BoardShift }),
    refusals: ['shift-not-found', 'outside-your-unions', 'no-place', 'not-late', 'on-duty-now'],
    roundTrips: 34,
  },
  /** Somebody who did not come says why; the head answers. A miss without an excuse is no punishment: it is only seen. */
  excuseShift: {
    caller: 'person',
    input: z.object({ shiftId: ShiftId, words: Reason }),
    output: z.object({ saidAt: EpochMs }),
    refusals: ['shift-not-found', 'no-place', 'not-missed', 'too-late'],
    roundTrips: 30,
  },
  decideShiftExcuse: {
    caller: dutyHeads,
    input: z.object({ shiftId: ShiftId, number: VolunteerNo, accept: z.boolean() }),
    output: z.object({ shift: BoardShift }),
    refusals: ['shift-not-found', 'outside-your-unions', 'no-place', 'not-missed', 'nothing-said', 'answered-already'],
    roundTrips: 34,
  },
  /**
   * The head's word on somebody who wants to be a volunteer, on one who has a rest, or on what one would like to be
   * called. A name that waits is shown to colleagues only if it is the one that the head names.
   */
  decideVolunteer: {
    caller: dutyHeads,
    input: z.object({
      number: VolunteerNo,
      state: z.enum(['accepted', 'declined', 'paused']),
      calledName: z.optional(z.nullable(z.string().check(z.maxLength(12, 'too-long')))),
    }),
    output: z.object({ state: VolunteerState }),
    refusals: ['volunteer-not-found', 'outside-your-unions', 'answered-already'],
    roundTrips: 10,
  },
  decideSwap: {
    caller: dutyHeads,
    input: z.object({ swapId: WishId, agree: z.boolean() }),
    output: z.object({ swap: SwapView }),
    refusals: [
      'swap-not-found',
      'outside-your-unions',
      'answered-already',
      'places-changed',
      'lapsed',
      ...NotMine.options,
    ],
    /** Five documents in one act, up to five times when others are quicker. */
    roundTrips: 75,
  },
  /** Everything that waits for the head's word at the stations of the caller's unions. */
  listWaiting: {
    caller: dutyHeads,
    input: z.object({}),
    output: z.object({
      volunteers: z.array(
        z.object({
          number: VolunteerNo,
          name: z.string(),
          /** What they would like to be called, where somebody has to look at it; null otherwise. */
          calledName: z.nullable(z.string()),
          /** Accepted already: it is only the name that waits. */
          isVolunteer: z.boolean(),
          stationId: StationId,
          stationName: z.string(),
          skills: z.array(Skill),
          askedAt: EpochMs,
        }),
      ),
      swaps: z.array(SwapView),
      hours: z.array(
        z.object({
          claimId: WishId,
          number: VolunteerNo,
          name: z.string(),
          stationName: z.string(),
          from: EpochMs,
          until: EpochMs,
          title: z.string(),
          reason: z.string(),
          /** What it corrects. */
          entry: z.nullable(HoursEntry),
          enteredBy: z.string(),
          /** The caller wrote it: somebody else must decide. */
          isOwnEntry: z.boolean(),
          at: EpochMs,
        }),
      ),
      certificates: z.array(Certificate),
      stewards: z.array(Steward),
      excuses: z.array(
        z.object({ shift: ShiftSummary, number: VolunteerNo, name: z.string(), words: z.string(), saidAt: EpochMs }),
      ),
    }),
    refusals: [],
    roundTrips: 10,
  },
});
