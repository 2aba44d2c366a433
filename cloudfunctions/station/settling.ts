import type { PersonId } from '../../types/ids';
import type { StationChange } from '../../types/station-form';
import { EpochMs, NEVER } from '../../types/time';
import { facilityCases, withCaseRounds } from './facility-cases';
import type { Allowance } from './recount';
import { recount } from './recount';
import type { FacilityCase, StationRecord } from './records';
import { changes, stations } from './records';
import { closeStationCase, openStationCase } from './station-cases';
import { attentionOf } from './station-index';

/** How long a save's own call has to do its follow-ups before the timer does them. Milliseconds. */
const GRACE_MS = 60_000;

/** Who changes a station, and how it is told in its history; a change without words (`fields` null) is not told. */
export type Act = {
  readonly act: StationChange['act'];
  readonly by: string;
  readonly byId: PersonId;
  readonly office: string;
  readonly at: EpochMs;
  readonly fields: readonly StationChange['fields'][number][] | null;
};

export type Saved =
  | { readonly outcome: 'saved'; readonly station: StationRecord }
  | { readonly outcome: 'overtaken' }
  | { readonly outcome: 'duplicate' };

/**
 * Stores a station if nobody changed it since it was read, together with what is owed after that: tallies to count
 * anew, a line of its history, cases of facilities. What people do at the door meanwhile (`live`) is left alone.
 * One round trip; `settle` does the rest.
 *
 * @returns `duplicate` when another station has the sign's number (or, of a new station, its id or door code)
 */
export async function saveStation(
  before: StationRecord | null,
  after: StationRecord,
  act: Act,
  allowance: Allowance,
): Promise<Saved> {
  return storeStation(before, owing(before, after, act), act.at, allowance);
}

/** Stores a station as it is given, if nobody changed it since it was read. */
export async function storeStation(
  before: StationRecord | null,
  next: StationRecord,
  at: EpochMs,
  allowance: Allowance,
): Promise<Saved> {
  allowance.trips -= 1;
  if (before === null) {
    const outcome = await stations.insert(next);
    return outcome === 'inserted' ? { outcome: 'saved', station: next } : { outcome: 'duplicate' };
  }
  const set = changedFields(before, next);
  const outcome = await stations.update({ _id: before._id, revision: before.revision }, { set });
  if (outcome !== 'updated') return { outcome: outcome === 'duplicate' ? 'duplicate' : 'overtaken' };
  if (sameValue(before.attention, next.attention) || next.attention.length > 0)
    return { outcome: 'saved', station: next };
  return { outcome: 'saved', station: await keepReported(next, at, allowance) };
}

/** The station as it is stored: one revision on, with everything that is owed, what was owed before included. */
export function owing(before: StationRecord | null, after: StationRecord, act: Act): StationRecord {
  const revision = (before?.revision ?? 0) + 1;
  const cases = facilityCases(before, after, { ...act, revision });
  const { fields, at, by, office } = act;
  const owed = {
    tallies: [...new Set([...(before?.followUps?.tallies ?? []), ...talliesToCount(before, after)])],
    changes: [
      ...(before?.followUps?.changes ?? []),
      ...(fields === null ? [] : [{ revision, at, by, office, act: act.act, fields: [...fields] }]),
    ],
    cases: [...(before?.followUps?.cases ?? []), ...cases],
  };
  const isNothing = owed.tallies.length + owed.changes.length + owed.cases.length === 0;
  return {
    ...withCaseRounds(after, cases),
    revision,
    followUps: isNothing ? null : owed,
    unsettledAt: isNothing ? NEVER : EpochMs.parse(at + GRACE_MS),
  };
}

/**
 * Does what is owed, in order; every act is safe to repeat. One round trip each, those of `recount`, and one to cross
 * them off. Where the allowance ends early, or somebody saved since, the rest stays written and the timer does it.
 */
export async function settle(station: StationRecord, allowance: Allowance): Promise<void> {
  const { followUps, _id, revision } = station;
  if (followUps === null) return;
  allowance.trips -= followUps.changes.length + followUps.cases.length + 1;
  for (const change of followUps.changes)
    await changes.insert({ _id: `${_id}:${change.revision}`, stationId: _id, ...change });
  for (const one of followUps.cases) await carryOut(station, one);
  if (!(await recount(followUps.tallies, allowance))) return;
  await stations.update({ _id, revision }, { set: { followUps: null, unsettledAt: NEVER } });
}

/** Opens or closes the case of a facility. One round trip, safe to repeat. */
export const carryOut = (station: StationRecord, one: FacilityCase): Promise<void> =>
  one.act === 'open'
    ? openStationCase(station, 'facility', one.round, one.code, one.at)
    : closeStationCase(station, 'facility', one.round, one.code, { outcome: 'done', ...one });

/** A door may have been reported while the last other reason for attention went: the report's stays. */
async function keepReported(station: StationRecord, now: EpochMs, allowance: Allowance): Promise<StationRecord> {
  allowance.trips -= 2;
  const current = await stations.get(station._id);
  if (current === null) return station;
  const attention = attentionOf(current, now);
  if (attention.length > 0)
    await stations.update({ _id: current._id, revision: current.revision }, { set: { attention } });
  return { ...station, live: current.live, attention };
}

/** Tallies that count something else after the change: none where what they count stayed. */
function talliesToCount(before: StationRecord | null, after: StationRecord): string[] {
  if (before === null) return after.tallies;
  const counted = ({ place, offers, opening, figures, district, tallies }: StationRecord) => [
    place,
    offers,
    opening,
    figures,
    district,
    tallies,
  ];
  return sameValue(counted(before), counted(after)) ? [] : [...before.tallies, ...after.tallies];
}

const changedFields = (before: StationRecord, next: StationRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(next).filter(
      ([field, value]) =>
        field !== '_id' && field !== 'live' && !sameValue(value, before[field as keyof StationRecord]),
    ),
  );

/** Stored values are plain, and each schema gives its keys one order. */
export const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
