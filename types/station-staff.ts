import * as z from 'zod/mini';
import { contract } from './contract';
import { RequestKey } from './evidence';
import { Facility, FacilityCode, FacilityState } from './facility';
import { StationId } from './ids';
import { CardState } from './membership';
import { Closure, OpenStatus } from './opening';
import { PageCursor, page } from './paging';
import { StandardCode, StandardScore } from './standard';
import { StationChange, StationForm } from './station-form';
import { Category } from './station-kind';
import { EpochMs, ShanghaiDay } from './time';
import { DoorAnswer } from './visit';

/** Who keeps the list of a union's stations. */
const editors = { staff: ['station-head', 'clerk', 'administrator'] } as const;
/** Who looks after a station while it is open. */
const tenders = { staff: ['volunteer', 'station-head', 'clerk', 'administrator'] } as const;

export const StationRow = z.object({
  stationId: StationId,
  name: z.string(),
  category: Category,
  signNo: z.nullable(z.string()),
  street: z.string(),
  unionName: z.string(),
  status: OpenStatus,
  broken: z.array(FacilityCode),
  lacks: z.array(FacilityCode),
  /** The agreement with the outlet's firm runs out on this day, 30 days or less ahead, or has run out. */
  agreementEnds: z.nullable(ShanghaiDay),
  lockedReports: z.int(),
});
export type StationRow = z.infer<typeof StationRow>;

/** A code that people scan at the station: shown on a phone or a screen, each for its own half minute. */
export const PresenceCode = z.object({ code: z.string(), from: EpochMs, until: EpochMs });

export const stationStaffActions = contract({
  /** The stations of the caller's unions and those below, by name. */
  listOwn: {
    caller: tenders,
    input: z.object({
      cursor: z.optional(z.nullable(PageCursor)),
      /** Part of a name, street or sign number. */
      text: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(30, 'too-long')))),
      /** Only those with something broken, missing, running out or reported. */
      onlyAttention: z.optional(z.boolean()),
    }),
    output: page(StationRow),
    refusals: [],
    roundTrips: 2,
  },
  /** The desk of whoever looks after a station: what is reported, what is broken, what is left, who came today. */
  showDesk: {
    caller: tenders,
    input: z.object({ stationId: StationId }),
    output: z.object({
      stationId: StationId,
      name: z.string(),
      status: OpenStatus,
      closure: z.nullable(Closure),
      /** Of the round that waits for an answer; no names. */
      reports: z.array(z.object({ says: z.enum(['open', 'locked']), at: EpochMs, atTheDoor: z.boolean() })),
      awaitsAnswer: z.boolean(),
      facilities: z.array(Facility),
      bottles: z.nullable(z.int()),
      visitsToday: z.int(),
      mayEdit: z.boolean(),
      /** The letters on the printed code at the door, as a mini-program scene. */
      doorCode: z.string(),
      isShared: z.boolean(),
      scores: z.array(StandardScore),
    }),
    refusals: ['station-not-found', 'outside-your-unions'],
    roundTrips: 4,
  },
  /** Answers everybody who reported since the last answer, and puts the map right. */
  answerReports: {
    caller: editors,
    input: z.object({
      stationId: StationId,
      answer: DoorAnswer,
      /** Only with `closed-until`: until when, and why, as visitors read it. */
      until: z.nullable(Closure.shape.until),
      reason: z.nullable(Closure.shape.reason),
    }),
    output: z.object({ status: OpenStatus }),
    refusals: ['station-not-found', 'outside-your-unions', 'nothing-reported', 'until-needed', 'changed-meanwhile'],
    roundTrips: 8,
  },
  /** Announces a closure, or takes it back with null. */
  setClosure: {
    caller: editors,
    input: z.object({ stationId: StationId, closure: z.nullable(Closure) }),
    output: z.object({ status: OpenStatus }),
    refusals: ['station-not-found', 'outside-your-unions', 'until-past', 'changed-meanwhile'],
    roundTrips: 6,
  },
  /** What staff tick of a standard (六有, 八有); what the record itself tells is not asked. */
  assess: {
    caller: editors,
    input: z.object({
      stationId: StationId,
      standard: StandardCode,
      met: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(20)),
    }),
    output: z.object({ scores: z.array(StandardScore) }),
    refusals: ['station-not-found', 'outside-your-unions', 'changed-meanwhile'],
    roundTrips: 24,
  },
  /** Something broke, was mended, is gone or was counted anew: the card says so at once, and a case waits until it works. */
  markFacility: {
    caller: tenders,
    input: z.object({
      stationId: StationId,
      code: FacilityCode,
      state: FacilityState,
      count: z.nullable(z.int().check(z.minimum(0), z.maximum(999))),
    }),
    output: z.object({ facilities: z.array(Facility) }),
    refusals: ['station-not-found', 'outside-your-unions', 'changed-meanwhile'],
    roundTrips: 24,
  },
  /** Bottles delivered (or, below zero, written off). Counts once, however often the same request arrives. */
  restock: {
    caller: tenders,
    input: z.object({
      stationId: StationId,
      bottles: z.int().check(z.minimum(-9_999), z.maximum(9_999)),
      requestKey: RequestKey,
    }),
    output: z.object({ bottles: z.int() }),
    refusals: ['station-not-found', 'outside-your-unions', 'no-scan-water', 'below-zero'],
    roundTrips: 9,
  },
  /** The codes of the next minutes, so that a screen without signal goes on for a while. */
  presenceCodes: {
    caller: tenders,
    input: z.object({ stationId: StationId }),
    output: z.object({ stationId: StationId, name: z.string(), codes: z.array(PresenceCode), asOf: EpochMs }),
    refusals: ['station-not-found', 'outside-your-unions'],
    roundTrips: 2,
  },
  /** A member of any union at a shared home: the card is looked up as it stands now, and the visit counted. */
  admitMember: {
    caller: tenders,
    input: z.object({ stationId: StationId, cardCode: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) }),
    output: z.object({
      maskedName: z.string(),
      unionName: z.string(),
      state: CardState,
      visitedAt: EpochMs,
      isNew: z.boolean(),
    }),
    refusals: [
      'station-not-found',
      'outside-your-unions',
      'code-unreadable',
      'code-expired',
      'code-used',
      'card-not-valid',
      'not-a-shared-home',
    ],
    roundTrips: 10,
  },

  /** A station as its form, for editing. */
  showForm: {
    caller: editors,
    input: z.object({ stationId: StationId }),
    output: z.object({
      stationId: StationId,
      revision: z.int(),
      form: StationForm,
      unionName: z.string(),
      changes: z.array(StationChange),
    }),
    refusals: ['station-not-found', 'outside-your-unions'],
    roundTrips: 3,
  },
  /** Adds a station (`stationId` null) or saves a changed form. Whoever was overtaken is shown what changed. */
  save: {
    caller: editors,
    input: z.object({
      stationId: z.nullable(StationId),
      /** Of the form that was changed; 0 for a new station. */
      revision: z.int().check(z.minimum(0)),
      /** A new station's wish: the same wish sent twice adds one station. */
      requestKey: RequestKey,
      form: StationForm,
    }),
    output: z.object({ stationId: StationId, revision: z.int() }),
    refusals: [
      'station-not-found',
      'outside-your-unions',
      'union-not-found',
      'sign-number-taken',
      'door-taken',
      'parent-of-wrong-tier',
      'has-stations-below',
      'outside-china',
      'changed-meanwhile',
    ],
    roundTrips: 26,
  },
});
