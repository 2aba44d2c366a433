import type { DecisionClock } from '../../types/enrolment';
import type { PersonId } from '../../types/ids';
import type { CaseOutcome } from '../../types/review';
import type { EpochMs, ShanghaiDay } from '../../types/time';
import { endOfDay, shanghaiDay } from '../../types/time';
import type { Change } from '../runtime/filter';
import type { CaseRecord, Office } from './records';
import { workingDayAfter, workingDaysBetween } from './working-days';

/**
 * Working days that an office has for a decision; the day it arrives does not count.
 * Our own promise, shorter than the 15 days unions usually state: docs/decisions/0006.
 */
export const DECISION_WORKING_DAYS = 10;

/** What a domain says when it owes a decision; the office that owes it comes first in `offices`, then those above it. */
export type NewCase = Pick<CaseRecord, '_id' | 'kind' | 'subjectId' | 'maskedName' | 'occupation' | 'offices'>;

/** A case as it is opened: before its first office, with a full clock. */
export function opened(fresh: NewCase, now: EpochMs): CaseRecord {
  return {
    ...fresh,
    ...heldBy(fresh._id, fresh.offices, now),
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
    ...heldBy(record._id, upper, now),
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

export const dueDay = (since: EpochMs): ShanghaiDay => workingDayAfter(shanghaiDay(since), DECISION_WORKING_DAYS);

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
  id: string,
  offices: readonly Office[],
  now: EpochMs,
): Pick<CaseRecord, 'offices' | 'scope' | 'since' | 'dueAt' | 'movesUpAt' | 'queueKey'> {
  const dueAt = endOfDay(dueDay(now));
  return {
    offices: [...offices],
    scope: offices.map((office) => office.unionId),
    since: now,
    dueAt,
    movesUpAt: offices.length > 1 ? dueAt : null,
    queueKey: queueKey(dueAt, `${sortable(now)}:${id}`),
  };
}

/** Sorts as text in the order of time, first come first among equals; the id keeps two cases of one instant apart. */
const queueKey = (at: EpochMs, rest: string): string => `${sortable(at)}:${rest}`;

const sortable = (at: EpochMs): string => String(at).padStart(15, '0');
