import * as z from 'zod/mini';
import { contract } from './contract';
import { FacilityCode } from './facility';
import { CaseId, EventId, StationId } from './ids';
import { Occupation } from './occupation';
import { PageCursor, page } from './paging';
import { EpochMs, ShanghaiDay } from './time';

/** What a union may owe somebody a decision on. */
export const PersonCaseKind = z.enum(['enrolment', 'transfer-release', 'transfer-accept']);
export type PersonCaseKind = z.infer<typeof PersonCaseKind>;

/** What a union may owe the people who come to a station: a door opened, a thing mended, a shelf filled. */
export const StationCaseKind = z.enum(['locked-door', 'facility', 'supply']);
export type StationCaseKind = z.infer<typeof StationCaseKind>;

/** What a union may owe the people who came to an event, or its own clerks. */
export const EventCaseKind = z.enum(['event-rating', 'event-export']);
export type EventCaseKind = z.infer<typeof EventCaseKind>;

export const CaseKind = z.enum([...PersonCaseKind.options, ...StationCaseKind.options, ...EventCaseKind.options]);
export type CaseKind = z.infer<typeof CaseKind>;

export const CaseState = z.enum(['pending', 'closed']);

export const CaseOutcome = z.enum([
  'approved',
  'returned',
  'refused',
  'withdrawn',
  'confirmed',
  'declined',
  'answered',
  'done',
  /** Nobody decided while there was time. */
  'lapsed',
]);
export type CaseOutcome = z.infer<typeof CaseOutcome>;

/** One line of the queue: enough to choose what to open, nothing to look a stranger up with. */
export const CaseSummary = z.object({
  caseId: CaseId,
  kind: CaseKind,
  /** A person's name, masked, or a station's in full. */
  maskedName: z.string(),
  occupation: z.nullable(Occupation),
  /** The station that it is about, and which of its facilities; null for a person's case. */
  stationId: z.nullable(StationId),
  facility: z.nullable(FacilityCode),
  /** The event that it is about. */
  eventId: z.nullable(EventId),
  office: z.string(),
  openedAt: EpochMs,
  dueAt: EpochMs,
  dueDay: ShanghaiDay,
  workingDaysLeft: z.int(),
  /** A locked door cannot wait for working days: then `dueAt` is an hour of today and `workingDaysLeft` means nothing. */
  countsIn: z.enum(['working-days', 'hours']),
  timesMovedUp: z.int(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const DecidedCase = z.object({
  caseId: CaseId,
  kind: CaseKind,
  maskedName: z.string(),
  stationId: z.nullable(StationId),
  eventId: z.nullable(EventId),
  office: z.string(),
  outcome: CaseOutcome,
  decidedAt: EpochMs,
  decidedBy: z.nullable(z.string()),
});
export type DecidedCase = z.infer<typeof DecidedCase>;

/** One line of a case's history, as staff read it. */
export const CaseEvent = z.object({
  act: z.enum(['opened', 'moved-up', ...CaseOutcome.options]),
  at: EpochMs,
  office: z.string(),
  by: z.nullable(z.string()),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

const pageInput = z.object({ cursor: z.optional(z.nullable(PageCursor)) });

export const reviewContract = contract({
  /** The queue of the caller's unions and the unions below them, soonest due first. Heads see what is for heads. */
  listPending: {
    caller: { staff: ['clerk', 'administrator', 'station-head'] },
    input: pageInput,
    output: page(CaseSummary),
    refusals: [],
    roundTrips: 2,
  },
  /** What has been decided there, latest first. */
  listDecided: {
    caller: { staff: ['clerk', 'administrator', 'station-head'] },
    input: pageInput,
    output: page(DecidedCase),
    refusals: [],
    roundTrips: 2,
  },
  /** Moves every case whose time is over to the union above. Safe to run twice. Counts at most 200 of each. */
  moveUpOverdue: {
    caller: 'timer',
    input: z.object({}),
    output: z.object({ movedUp: z.int(), waitingAtTheTop: z.int() }),
    refusals: [],
    roundTrips: 202,
  },
});
