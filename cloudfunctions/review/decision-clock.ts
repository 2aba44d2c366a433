import type { DecisionClock } from '../../types/enrolment';
import type { PersonId } from '../../types/ids';
import type { CaseKind, CaseOutcome } from '../../types/review';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { endOfDay, EpochMs as EpochMsSchema, shanghaiDay } from '../../types/time';
import type { Change } from '../runtime/filter';
import type { CaseRecord, Office } from './records';
import { workingDayAfter, workingDaysBetween } from './working-days';

/**
 * Working days that an office has for a decision; the day it arrives does not count.
 * Our own promise, shorter than the 15 days unions usually state: docs/decisions/0006.
 */
export const DECISION_WORKING_DAYS = 10;

const HOUR_MS = 3_600_000;

/** Working days, or hours around the clock, that an office has for a case of each kind. */
type Allowance = { readonly workingDays: number } | { readonly hours: number };
const allowances: Readonly<Record<CaseKind, Allowance>> = {
  enrolment: { workingDays: DECISION_WORKING_DAYS },
  'transfer-release': { workingDays: DECISION_WORKING_DAYS },
  'transfer-accept': { workingDays: DECISION_WORKING_DAYS },
  // Somebody stands at the door in the heat: docs/decisions/0010.
  'locked-door': { hours: 2 },
  supply: { workingDays: 1 },
  facility: { workingDays: 5 },
  'event-rating': { workingDays: 5 },
  // Whoever asked wants the list for an event that is near.
  'event-export': { workingDays: 1 },
};

export const countsIn = (kind: CaseKind): 'working-days' | 'hours' =>
  'hours' in allowances[kind] ? 'hours' : 'working-days';

/** What a domain says when it owes a decision; the office that owes it comes first in `offices`, then those above it. */
export type NewCase = Pick<CaseRecord, '_id' | 'kind' | 'subjectId' | 'maskedName' | 'occupation' | 'offices'> &
  Partial<Pick<CaseRecord, 'stationId' | 'facility' | 'eventId'>>;

/** A case as it is opened: before its first office, with a full clock. */
export function opened(fresh: NewCase, now: EpochMs): CaseRecord {
  return {
    stationId: null,
    facility: null,
    eventId: null,
    ...fresh,
    ...heldBy(fresh, fresh.offices, now),
    state: 'pending',
    outcome: null,
    decidedBy: null,
    decidedById: null,
    decidedAt: null,
    openedAt: now,
    timesMovedUp: 0,
    history: [{ act: 'opened', at: now, office: holder(fresh).name, by: null }],
  };
}

/**
 * The case before the office above, with a clock of its own. At the top of the tree there is nobody above: the case
 * stays, overdue, and null is answered.
 */
export function movedUp(record: CaseRecord, now: EpochMs): CaseRecord | null {
  const upper = record.offices.slice(1);
  const [next] = upper;
  if (record.state !== 'pending' || record.dueAt > now || next === undefined) return null;
  return {
    ...record,
    ...heldBy(record, upper, now),
    timesMovedUp: record.timesMovedUp + 1,
    history: [...record.history, { act: 'moved-up', at: now, office: next.name, by: null }],
  };
}

export type Closing = {
  readonly outcome: CaseOutcome;
  /** Who decided, as staff may read it; null when the person did. */
  readonly by: string | null;
  readonly byId: PersonId | null;
  readonly office: string;
  readonly at: EpochMs;
};

/** What closing writes, whatever the case held: so it needs no reading first, and a second closing finds it closed. */
export const closingChange = (id: string, closing: Closing): Change => ({
  set: {
    state: 'closed',
    outcome: closing.outcome,
    decidedBy: closing.by,
    decidedById: closing.byId,
    decidedAt: closing.at,
    queueKey: queueKey(closing.at, id),
  },
  append: { history: [{ act: closing.outcome, at: closing.at, office: closing.office, by: closing.by }] },
});

export function holder(record: Pick<CaseRecord, 'offices'>): Office {
  const [first] = record.offices;
  if (first === undefined) throw new Error('A case without an office.');
  return first;
}

function dueAfter(kind: CaseKind, since: EpochMs): EpochMs {
  const allowance = allowances[kind];
  return 'hours' in allowance
    ? EpochMsSchema.parse(since + allowance.hours * HOUR_MS)
    : endOfDay(workingDayAfter(shanghaiDay(since), allowance.workingDays));
}

/** Working days left, today not counted: 0 on the last day and after it. */
export const workingDaysLeft = (record: Pick<CaseRecord, 'dueAt'>, now: EpochMs): number =>
  workingDaysBetween(shanghaiDay(now), lastDay(record));

/** The last Shanghai day on which the office may still decide; `dueAt` is that day's end. */
export const lastDay = (record: Pick<CaseRecord, 'dueAt'>): ShanghaiDay => shanghaiDay((record.dueAt - 1) as EpochMs);

export function clockOf(record: CaseRecord, now: EpochMs): DecisionClock | null {
  if (record.state === 'closed') return null;
  return {
    caseId: record._id,
    office: holder(record).name,
    since: record.since,
    dueAt: record.dueAt,
    dueDay: lastDay(record),
    workingDaysLeft: workingDaysLeft(record, now),
    upperOffice: record.offices[1]?.name ?? null,
    timesMovedUp: record.timesMovedUp,
  };
}

function heldBy(
  { _id, kind }: Pick<CaseRecord, '_id' | 'kind'>,
  offices: readonly Office[],
  now: EpochMs,
): Pick<CaseRecord, 'offices' | 'scope' | 'since' | 'dueAt' | 'movesUpAt' | 'queueKey'> {
  const dueAt = dueAfter(kind, now);
  return {
    offices: [...offices],
    scope: offices.map(scopeOf),
    since: now,
    dueAt,
    movesUpAt: offices.length > 1 ? dueAt : null,
    queueKey: queueKey(dueAt, `${sortable(now)}:${_id}`),
  };
}

/** How an office's staff find it in their queue. */
export const scopeOf = ({ unionId, desk }: Office): string => (desk === undefined ? unionId : `head:${unionId}`);

/** Sorts as text in the order of time, first come first among equals; the id keeps two cases of one instant apart. */
const queueKey = (at: EpochMs, rest: string): string => `${sortable(at)}:${rest}`;

const sortable = (at: EpochMs): string => String(at).padStart(15, '0');
