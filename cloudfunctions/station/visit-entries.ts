import * as z from 'zod/mini';
import type { Evidence } from '../../types/evidence';
import type { Occupation } from '../../types/occupation';
import { EpochMs } from '../../types/time';
import type { Change, Condition, Filter } from '../runtime/filter';
import type { StationRecord } from './records';
import { VISIT_COOL_DOWN_MS, visitorMark } from './visit';
import type { VisitDay } from './visit-days';
import { AFTER_MONTH, forgottenAt } from './visit-days';
import type { StationUse } from './visit-records';
import { Visit, stationUse } from './visit-records';

export type NewVisit = {
  readonly station: Pick<StationRecord, '_id' | 'scope'>;
  /** Person id, or a phone's key: `visitorOf`. */
  readonly visitor: string;
  readonly evidence: Evidence;
  readonly occupation: Occupation | null;
  readonly at: EpochMs;
};

/** What a month's document holds of one visitor. `not-read` is taken for nothing, until the store says otherwise. */
export type Seen = OneVisitor | null | 'not-read';

const OneVisitor = z.object({
  _id: z.string(),
  visitors: z._default(z.record(z.string(), z.record(z.string(), Visit)), {}),
});
type OneVisitor = z.infer<typeof OneVisitor>;

export type Entry = { readonly path: string; readonly visit: Visit | null };

export const entriesIn = (seen: Seen, days: readonly string[], visit: NewVisit): Entry[] =>
  days.map((day) => ({
    path: pathOf(day, visit),
    visit: seen === null || seen === 'not-read' ? null : (seen.visitors[day]?.[markOf(visit)] ?? null),
  }));

/** This visitor's entries in the documents that exist. One round trip, and nobody else's travel. */
export async function readEntries(visit: NewVisit, day: VisitDay, useIds: readonly string[]): Promise<OneVisitor[]> {
  const days = new Set([...day.besides, AFTER_MONTH, ...(day.monthBefore === null ? [] : [day.monthBefore.day])]);
  const fields = [...days].map((one) => pathOf(one, visit));
  return stationUse.findParts({ _id: { in: useIds } }, { schema: OneVisitor, fields }, { limit: useIds.length });
}

/** A document in which nothing was entered for this visitor since it was read. */
export const unchanged = (useId: string, entries: readonly Entry[]): Filter & { _id: string } => ({
  _id: useId,
  ...Object.fromEntries(
    entries.map(({ path, visit }): [string, Condition] =>
      visit === null ? [path, { exists: false }] : [`${path}.at`, visit.at],
    ),
  ),
});

/** Enters the visitor and raises every counter, all in one. */
export const entering = (visit: NewVisit, { day }: VisitDay): Change => ({
  set: { [pathOf(day, visit)]: asEntered(visit), scope: visit.station.scope },
  increase: { visits: 1, [`days.${day}`]: 1, [`groups.${groupOf(visit)}`]: 1, [`evidence.${visit.evidence}`]: 1 },
});

/** Enters the visitor and counts nothing. */
export const claiming = (visit: NewVisit): Change => ({ set: { [pathOf(AFTER_MONTH, visit)]: asEntered(visit) } });

/** A month's document that begins with this visit. */
export const monthOf = (visit: NewVisit, { useId, day }: VisitDay): StationUse => ({
  ...emptyMonth(visit, useId),
  visits: 1,
  days: { [day]: 1 },
  groups: { [groupOf(visit)]: 1 },
  evidence: { [visit.evidence]: 1 },
  visitors: { [day]: { [markOf(visit)]: asEntered(visit) } },
});

/** The document of a month in which nobody came before it was over. */
export const claimedMonth = (visit: NewVisit, useId: string): StationUse => ({
  ...emptyMonth(visit, useId),
  purgeAt: forgottenAt(EpochMs.parse(visit.at - VISIT_COOL_DOWN_MS)),
  visitors: { [AFTER_MONTH]: { [markOf(visit)]: asEntered(visit) } },
});

const emptyMonth = ({ station, at }: NewVisit, useId: string): StationUse => ({
  _id: useId,
  stationId: station._id,
  month: useId.slice(station._id.length + 1),
  scope: station.scope,
  visits: 0,
  days: {},
  groups: {},
  evidence: {},
  visitors: {},
  purgeAt: forgottenAt(at),
});

const asEntered = ({ at, evidence }: NewVisit): Visit => ({ at, evidence });
const groupOf = ({ occupation }: NewVisit): string => occupation ?? 'unknown';
const markOf = ({ station, visitor }: NewVisit): string => visitorMark(station._id, visitor);
const pathOf = (day: string, visit: NewVisit): string => `visitors.${day}.${markOf(visit)}`;
